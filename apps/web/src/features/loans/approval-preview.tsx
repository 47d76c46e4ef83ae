import { Alert, Stack, Text } from '@mantine/core';
import type { FigureAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FactNumber } from '../../shared/figures/fact-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import type { MaybeAgreed } from '../../shared/lending/agreed-schedule.js';
import { Proposal } from '../../shared/lending/proposal.js';
import { ReferenceText } from '../../shared/timeline/fact-text.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { actionFormWords } from './action.words.js';
import type { LoanAnswer } from './loan-answer.js';
import { Effect, Told, ToldList } from './told-list.js';

interface Props {
  readonly loan: LoanAnswer;
  readonly typed: MaybeAgreed;
  readonly startsOn: string;
}

/** Before somebody agrees: what it leaves of the fund, who owes it what already, and the schedule that comes of it. */
export function ApprovalPreview({ loan, typed, startsOn }: Props) {
  const words = useScreenWords(actionFormWords);
  const amountVnd = typed.amountVnd ?? 0;
  return (
    <Stack gap="md">
      <FundEffect loan={loan} amountVnd={amountVnd} />
      <Exposure loan={loan} amountVnd={amountVnd} />
      <Text size="sm" c="dimmed">
        {words.limits}
      </Text>
      <Effect title={words.schedule}>
        <Proposal name="approval" typed={typed} startsOn={startsOn} />
      </Effect>
    </Stack>
  );
}

interface EffectProps {
  readonly loan: LoanAnswer;
  readonly amountVnd: number;
}

function FundEffect({ loan, amountVnd }: EffectProps) {
  const words = useScreenWords(actionFormWords);
  const { fundId, amountVnd: requested, appraisal } = loan.data;
  const available = useRead<FigureAnswer>('/api/v1/figures/fund.availableToLend', { fund: fundId }).data;
  const recommended = appraisal?.recommendedAmountVnd;
  const fact = { noun: 'loans', id: loan.id, unit: 'vnd' } as const;
  const left = (available?.value ?? 0) - amountVnd;
  return (
    <Effect title={words.effect}>
      <ToldList>
        {requested !== undefined && (
          <Told label={words.requested}>
            <FactNumber {...fact} path="amountVnd" value={requested} label={words.requested} />
          </Told>
        )}
        {recommended !== undefined && (
          <Told label={words.recommended}>
            <FactNumber {...fact} path="appraisal.recommendedAmountVnd" value={recommended} label={words.recommended} />
          </Told>
        )}
        {available && (
          <Told label={words.availableNow}>
            <FigureNumber figure={available} label={words.availableNow} />
          </Told>
        )}
        {available && (
          <Told label={words.availableAfter}>
            <ComputedNumber
              name="available-after"
              value={left}
              unit="vnd"
              label={words.availableAfter}
              formula={actionFormWords.afterFormula}
              inputs={[
                { label: words.availableNow, figure: available },
                { label: words.amountTyped, value: amountVnd, unit: 'vnd' },
              ]}
              again={([now, typed]) => now! - typed!}
            />
          </Told>
        )}
      </ToldList>
      {available && left < 0 && <Alert color="warn">{words.notEnough}</Alert>}
    </Effect>
  );
}

function Exposure({ loan, amountVnd }: EffectProps) {
  const words = useScreenWords(actionFormWords);
  const { organisation, relatedOrganisationIds = [] } = loan.data;
  const all = [...new Set([organisation.organisationId, ...relatedOrganisationIds])];
  return (
    <Effect title={words.exposure}>
      <Text size="sm" c="dimmed">
        {words.exposureOf}
      </Text>
      {all.map((id) => (
        <ExposureOf key={id} fund={loan.data.fundId} organisation={id} amountVnd={id === all[0] ? amountVnd : 0} />
      ))}
    </Effect>
  );
}

interface ExposureProps {
  readonly fund: string;
  readonly organisation: string;
  readonly amountVnd: number;
}

function ExposureOf({ fund, organisation, amountVnd }: ExposureProps) {
  const words = useScreenWords(actionFormWords);
  const outstanding = useRead<FigureAnswer>('/api/v1/figures/fund.outstanding', { fund, organisation }).data;
  const reserved = useRead<FigureAnswer>('/api/v1/figures/fund.reserved', { fund, organisation }).data;
  if (!outstanding || !reserved) return null;
  return (
    <ToldList>
      <Told label=" ">
        <ReferenceText noun="organisations" id={organisation} />
      </Told>
      <Told label={words.outstanding}>
        <FigureNumber figure={outstanding} label={words.outstanding} />
      </Told>
      <Told label={words.reserved}>
        <FigureNumber figure={reserved} label={words.reserved} />
      </Told>
      <Told label={words.exposureAfter}>
        <ComputedNumber
          name={`exposure-${organisation}`}
          value={(outstanding.value ?? 0) + (reserved.value ?? 0) + amountVnd}
          unit="vnd"
          label={words.exposureAfter}
          formula={actionFormWords.exposureOf}
          inputs={[
            { label: words.outstanding, figure: outstanding },
            { label: words.reserved, figure: reserved },
            { label: words.amountTyped, value: amountVnd, unit: 'vnd' },
          ]}
          again={(given) => given.reduce((sum, value) => sum + value, 0)}
        />
      </Told>
    </ToldList>
  );
}
