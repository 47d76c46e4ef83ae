import { known, type CommandsOf, type Decider, type OrganisationSnapshot } from '@soquy/kernel';
import { commitmentTo, moneyOf, takenAgain } from '../budget-line/budget-line.reserve.js';
import type * as commands from './machinery-grant.commands.js';
import type { MachineryGrantEvents as Events } from './machinery-grant.events.js';
import {
  advanceShare,
  booked,
  budgetYearOf,
  ceilingRules,
  notBefore,
  open,
  refuse,
  shareOf,
  underCeiling,
  unlessMoved,
  unlessRecovered,
  whileAt,
  whileMoneyIsOpen,
  withinInvestment,
  withinRequest,
} from './machinery-grant.rules.js';
import { earnedVnd, heldVnd, lastMoved, leftVnd, type MachineryGrant, type Movement } from './machinery-grant.state.js';

export type MachineryGrantCommands = CommandsOf<typeof commands>;

export const machineryGrant: Decider<MachineryGrant, Events, MachineryGrantCommands> = {
  category: 'machineryGrant',
  initial: { status: 'none' },

  // Facts of one day fold in this order: steps as they follow each other, and money, which no order changes.
  evolve: {
    MachineryGrantRequested: (_, data) => ({ status: 'requested', ...data, movements: [] }),
    MachineryGrantAppraised: (state, { machineryGrantId: _, ...appraisal }) => to('appraised', state, { appraisal }),
    MachineryGrantRejected: (state, { machineryGrantId: _, ...rejection }) => to('rejected', state, { rejection }),
    MachineryGrantApproved: (state, { machineryGrantId: _, ...approval }) => to('approved', state, { approval }),
    MachineryGrantContractSigned: (state, { machineryGrantId: _, ...contract }) => to('contracted', state, { contract }),
    MachineryGrantAdvancePaid: (state, { amountVnd, voucher, paidOn: on }) =>
      moved(state, { kind: 'advance', amountVnd, ...known({ voucher }), on }),
    MachineryGrantAccepted: (state, { machineryGrantId: _, ...acceptance }) => to('accepted', state, { acceptance }),
    MachineryGrantPaid: (state, { amountVnd, voucher, paidOn: on }) =>
      moved(state, { kind: 'payment', amountVnd, ...known({ voucher }), on }),
    MachineryGrantSettled: (state, { machineryGrantId: _, ...settlement }) => to('settled', state, { settlement }),
    MachineryGrantStopped: (state, { machineryGrantId: _, ...stop }) => to('stopped', state, { stop }),
    MachineryGrantRecovered: (state, { amountVnd, fromSupportVnd, afterSettlement, voucher, recoveredOn: on }) =>
      moved(state, { kind: 'recovery', amountVnd, fromSupportVnd, afterSettlement, ...known({ voucher }), on }),
  },

  decide: {
    RequestMachineryGrant(state, command, { objectId, personId, organisations, references }) {
      if (state.status !== 'none') return [];
      const { programmeId, budgetLineId, tier, title, item, totalInvestmentVnd, requestedSupportVnd, effectiveOn } = command;
      withinInvestment(requestedSupportVnd, totalInvestmentVnd, 'input');
      const organisation = asOfThatDay(organisations[command.organisationId]);
      const line = { budgetLineId, ...moneyOf(command, references) };
      const project = { ...known({ programmeId, ...line }), tier, title, item, totalInvestmentVnd, requestedSupportVnd };
      const data = { machineryGrantId: objectId, organisation, ...project, requestedBy: personId, requestedOn: effectiveOn };
      return [{ type: 'MachineryGrantRequested', data }];
    },

    AppraiseMachineryGrant(state, { recommendedSupportVnd, note, effectiveOn }, { objectId, personId }) {
      const grant = open(state, 'requested');
      notBefore(effectiveOn, grant.requestedOn);
      withinRequest(recommendedSupportVnd, grant.requestedSupportVnd);
      const appraisal = { recommendedSupportVnd, ...known({ note }), appraisedBy: personId, appraisedOn: effectiveOn };
      return [{ type: 'MachineryGrantAppraised', data: { machineryGrantId: objectId, ...appraisal } }];
    },

    ApproveMachineryGrant(state, { approvedSupportVnd, effectiveOn }, { objectId, personId, agencyId, rules: book }) {
      const grant = open(state, 'appraised');
      if (personId === grant.requestedBy) refuse('SamePerson', { step: 'request' });
      if (personId === grant.appraisal.appraisedBy) refuse('SamePerson', { step: 'appraisal' });
      notBefore(effectiveOn, grant.appraisal.appraisedOn);
      withinRequest(approvedSupportVnd, grant.requestedSupportVnd);
      const rules = ceilingRules(book, grant.tier, agencyId, effectiveOn);
      underCeiling(approvedSupportVnd, grant.totalInvestmentVnd, rules);
      const approval = { approvedSupportVnd, rules, approvedBy: personId, approvedOn: effectiveOn };
      return [{ type: 'MachineryGrantApproved', data: { machineryGrantId: objectId, ...approval } }];
    },

    RejectMachineryGrant(state, { effectiveOn }, { objectId, personId }) {
      if (state.status === 'rejected') return [];
      const grant = open(state, 'requested', 'appraised');
      notBefore(effectiveOn, grant.requestedOn, grant.status === 'appraised' ? grant.appraisal.appraisedOn : '');
      return [
        { type: 'MachineryGrantRejected', data: { machineryGrantId: objectId, rejectedBy: personId, rejectedOn: effectiveOn } },
      ];
    },

    SignGrantContract(state, { contractNumber, effectiveOn }, { objectId }) {
      if ('contract' in state && state.contract?.contractNumber === contractNumber) return [];
      const grant = open(state, 'approved');
      notBefore(effectiveOn, grant.approval.approvedOn);
      return [
        { type: 'MachineryGrantContractSigned', data: { machineryGrantId: objectId, contractNumber, signedOn: effectiveOn } },
      ];
    },

    PayGrantAdvance(state, command, { objectId, rules }) {
      if (booked(state, 'advance', command)) return [];
      const grant = open(state, 'contracted');
      const { amountVnd, effectiveOn } = command;
      notBefore(effectiveOn, grant.contract.signedOn, lastMoved(grant.movements, 'recovery'));
      const maxShareBasisPoints = advanceShare(rules, effectiveOn);
      const highestVnd = shareOf(grant.approval.approvedSupportVnd, maxShareBasisPoints) - heldVnd(grant.movements);
      if (amountVnd > highestVnd) refuse('AdvanceTooHigh', { askedVnd: amountVnd, highestVnd: Math.max(highestVnd, 0) });
      const money = { amountVnd, maxShareBasisPoints, ...known({ voucher: voucherOf(command) }), paidOn: effectiveOn };
      return [{ type: 'MachineryGrantAdvancePaid', data: { machineryGrantId: objectId, ...money } }];
    },

    RecordAcceptance(state, { actualInvestmentVnd, acceptedSupportVnd, effectiveOn }, { objectId }) {
      const { contract, approval, movements } = open(state, 'contracted');
      notBefore(effectiveOn, contract.signedOn, lastMoved(movements, 'advance', 'recovery'));
      if (acceptedSupportVnd > approval.approvedSupportVnd)
        refuse('MoreThanApproved', { supportVnd: acceptedSupportVnd, approvedVnd: approval.approvedSupportVnd });
      withinInvestment(acceptedSupportVnd, actualInvestmentVnd);
      underCeiling(acceptedSupportVnd, actualInvestmentVnd, approval.rules);
      const acceptance = { actualInvestmentVnd, acceptedSupportVnd, acceptedOn: effectiveOn };
      return [{ type: 'MachineryGrantAccepted', data: { machineryGrantId: objectId, ...acceptance } }];
    },

    PayGrant(state, command, { objectId }) {
      if (booked(state, 'payment', command)) return [];
      const grant = open(state, 'accepted');
      const { amountVnd, effectiveOn } = command;
      const { acceptedOn } = grant.acceptance;
      notBefore(effectiveOn, acceptedOn, lastMoved(grant.movements, 'recovery'));
      const left = leftVnd(grant);
      if (amountVnd > left) refuse('MoreThanLeft', { askedVnd: amountVnd, leftVnd: Math.max(left, 0) });
      const budgetYear = grant.budgetYear ?? budgetYearOf(acceptedOn, effectiveOn);
      const money = { amountVnd, ...known({ voucher: voucherOf(command) }), budgetYear, paidOn: effectiveOn };
      return [{ type: 'MachineryGrantPaid', data: { machineryGrantId: objectId, ...money } }];
    },

    SettleGrant(state, { effectiveOn }, { objectId }) {
      if (state.status === 'settled') return [];
      const grant = open(state, 'accepted');
      const settledSupportVnd = heldVnd(grant.movements);
      const left = leftVnd(grant);
      if (left > 0) refuse('SupportNotPaid', { leftVnd: left });
      if (left < 0) refuse('AdvanceNotRecovered', { excessVnd: -left });
      notBefore(effectiveOn, grant.acceptance.acceptedOn, lastMoved(grant.movements, 'payment', 'recovery'));
      const releasedVnd = grant.approval.approvedSupportVnd - settledSupportVnd;
      const settlement = { settledSupportVnd, releasedVnd, settledOn: effectiveOn };
      return [{ type: 'MachineryGrantSettled', data: { machineryGrantId: objectId, ...settlement } }];
    },

    StopMachineryGrant(state, { effectiveOn }, { objectId }) {
      if (state.status === 'stopped') return [];
      const { approval, movements, ...grant } = open(state, 'approved', 'contracted');
      const excessVnd = heldVnd(movements);
      if (excessVnd > 0) refuse('AdvanceNotRecovered', { excessVnd });
      const signedOn = grant.status === 'contracted' ? grant.contract.signedOn : '';
      notBefore(effectiveOn, approval.approvedOn, signedOn, lastMoved(movements, 'recovery'));
      const stop = { releasedVnd: approval.approvedSupportVnd, stoppedOn: effectiveOn };
      return [{ type: 'MachineryGrantStopped', data: { machineryGrantId: objectId, ...stop } }];
    },

    RecoverGrant(state, command, { objectId }) {
      if (booked(state, 'recovery', command)) return [];
      const grant = open(state, 'contracted', 'accepted', 'settled');
      const { amountVnd, effectiveOn } = command;
      const paidOutVnd = heldVnd(grant.movements);
      if (amountVnd > paidOutVnd) refuse('MoreThanPaidOut', { askedVnd: amountVnd, paidOutVnd });
      const acceptedOn = grant.status === 'contracted' ? '' : grant.acceptance.acceptedOn;
      const settledOn = grant.status === 'settled' ? grant.settlement.settledOn : '';
      notBefore(effectiveOn, acceptedOn, settledOn, lastMoved(grant.movements, 'advance', 'payment', 'recovery'));
      const unearnedVnd = Math.max(paidOutVnd - earnedVnd(grant), 0);
      const fromSupportVnd = Math.max(amountVnd - unearnedVnd, 0);
      const money = {
        amountVnd,
        fromSupportVnd,
        afterSettlement: grant.status === 'settled',
        ...known({ voucher: voucherOf(command) }),
      };
      return [{ type: 'MachineryGrantRecovered', data: { machineryGrantId: objectId, ...money, recoveredOn: effectiveOn } }];
    },
  },

  reversible: {
    MachineryGrantRequested: 'never',
    MachineryGrantAppraised: whileAt('requested'),
    // Its commitment stands in the budget line's own stream: a wrong approval is stopped, which frees the money.
    MachineryGrantApproved: 'never',
    MachineryGrantRejected: 'always',
    MachineryGrantContractSigned: (without) => {
      whileAt('approved')(without);
      unlessMoved(without, 'advance', 'payment', 'recovery');
    },
    MachineryGrantAdvancePaid: whileMoneyIsOpen,
    MachineryGrantAccepted: (without) => {
      whileAt('contracted')(without);
      unlessMoved(without, 'payment');
      unlessRecovered(without, ({ fromSupportVnd = 0 }) => fromSupportVnd > 0);
    },
    MachineryGrantPaid: whileMoneyIsOpen,
    MachineryGrantSettled: (without) => unlessRecovered(without, ({ afterSettlement = false }) => afterSettlement),
    MachineryGrantStopped: 'always',
    MachineryGrantRecovered: (without, { afterSettlement }) => {
      if (!afterSettlement) whileMoneyIsOpen(without);
    },
  },

  reserves: {
    ApproveMachineryGrant: (state, { approvedSupportVnd, effectiveOn }) =>
      state.status === 'none' ? undefined : commitmentTo(state.budgetLineId, approvedSupportVnd, effectiveOn),
  },

  // What closing the grant gave back to its line may be committed to others by now.
  retakes: {
    MachineryGrantSettled: (without, { releasedVnd, settledOn }) => takenAgain(lineOf(without), releasedVnd, settledOn),
    MachineryGrantStopped: (without, { releasedVnd, stoppedOn }) => takenAgain(lineOf(without), releasedVnd, stoppedOn),
  },

  // Numbers of contracts begin anew each year.
  claims: {
    MachineryGrantContractSigned: ({ contractNumber, signedOn }) => [
      {
        kind: 'grantContract',
        value: `${signedOn.slice(0, 4)} ${contractNumber.normalize('NFC').toUpperCase().replace(/\s/g, '')}`,
      },
    ],
  },
};

/** The grant at its next step. A fact whose base was taken back still says which step it made. */
const to = (status: MachineryGrant['status'], grant: MachineryGrant, section: object): MachineryGrant =>
  grant.status === 'none' ? grant : ({ ...grant, ...section, status } as MachineryGrant);

const moved = (grant: MachineryGrant, movement: Movement): MachineryGrant =>
  grant.status === 'none' ? grant : { ...grant, movements: [...grant.movements, movement] };

const lineOf = (grant: MachineryGrant) => (grant.status === 'none' ? undefined : grant.budgetLineId);

const voucherOf = ({ evidence }: MachineryGrantCommands['PayGrant']) => evidence?.voucher;

function asOfThatDay(organisation: OrganisationSnapshot | undefined): OrganisationSnapshot {
  if (!organisation) throw new Error('assertion: the organisation was not handed to the decision');
  return organisation;
}
