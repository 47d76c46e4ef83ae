import type { ReactNode } from 'react';
import type { Words } from '@soquy/kernel';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { today } from '../../shared/as-of/as-of.js';
import { exactMoney } from '../../shared/format/money.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import type { MaybeAgreed } from '../../shared/lending/agreed-schedule.js';
import { previewRepayment } from '../../shared/lending/repayment.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { actionFormWords } from './action.words.js';
import { ApprovalPreview } from './approval-preview.js';
import { DisbursementPreview } from './disbursement-preview.js';
import type { LoanAnswer } from './loan-answer.js';
import { RepaymentPreview } from './repayment-preview.js';

type Values = Readonly<Record<string, unknown>>;

interface Props {
  readonly command: CommandCard;
  readonly loan: LoanAnswer;
  readonly close: () => void;
}

const dayIn = ({ effectiveOn }: Values) => (typeof effectiveOn === 'string' ? effectiveOn : today());
const amountIn = ({ amountVnd }: Values) => (typeof amountVnd === 'number' ? amountVnd : undefined);

/** What follows from each step's form while it is typed. */
const PREVIEWS: Readonly<Record<string, (values: Values, loan: LoanAnswer) => ReactNode>> = {
  ApproveLoan: (values, loan) => <ApprovalPreview loan={loan} typed={values as MaybeAgreed} startsOn={dayIn(values)} />,
  DisburseLoan: (values, loan) => <DisbursementPreview loan={loan} amountVnd={amountIn(values)} on={dayIn(values)} />,
  RecordRepayment: (values, loan) => <RepaymentPreview loan={loan} values={values} on={dayIn(values)} />,
};

/** The office's usual terms to begin with; whoever decides changes them. */
const USUAL = { method: 'equalPrincipal', instalmentEveryMonths: 3, interestEveryMonths: 3, overdueRatePercent: 150 };

const SOURCES = {
  application: { vi: 'đơn vay', en: 'the application' },
  appraisal: { vi: 'thẩm định', en: 'the appraisal' },
  undrawn: { vi: 'số đã duyệt chưa giải ngân', en: 'what is approved and not drawn' },
} satisfies Readonly<Record<string, Words>>;

function initialOf({ name }: CommandCard, { data }: LoanAnswer): Values {
  const { amountVnd, termMonths, appraisal, undrawnVnd, approval, releasedVnd = 0 } = data;
  if (name === 'AppraiseLoan') return { recommendedAmountVnd: amountVnd };
  if (name === 'ApproveLoan') {
    const annualRateBasisPoints = appraisal?.recommendedRateBasisPoints;
    return { ...USUAL, amountVnd: appraisal?.recommendedAmountVnd ?? amountVnd, termMonths, annualRateBasisPoints };
  }
  if (name === 'DisburseLoan') return { amountVnd: undrawnVnd ?? (approval ? approval.amountVnd - releasedVnd : undefined) };
  return {};
}

/** Where they come from. */
function sourcesOf({ name }: CommandCard, { data: { appraisal } }: LoanAnswer): Readonly<Record<string, Words>> {
  if (name === 'AppraiseLoan') return { recommendedAmountVnd: SOURCES.application };
  if (name === 'DisburseLoan') return { amountVnd: SOURCES.undrawn };
  if (name !== 'ApproveLoan') return {};
  const { appraisal: found, application: termMonths } = SOURCES;
  const amountVnd = appraisal?.recommendedAmountVnd === undefined ? SOURCES.application : found;
  return { amountVnd, annualRateBasisPoints: found, termMonths };
}

/** The form of a step, with what it would do; what is refused keeps what was typed. */
export function LoanActionForm({ command, loan, close }: Props) {
  const sentence = useSentence(command, loan);
  const preview = PREVIEWS[command.name];
  const initial = Object.fromEntries(Object.entries(initialOf(command, loan)).filter(([, value]) => value !== undefined));
  return (
    <RecordForm
      command={command}
      objectId={loan.id}
      revision={loan.revision}
      initial={initial}
      sources={sourcesOf(command, loan)}
      takesFocus
      isDetailed={command.name === 'AppraiseLoan'}
      preview={preview && ((values) => preview(values, loan))}
      sentence={sentence}
      onRecorded={close}
      onCancel={close}
    />
  );
}

/** A repayment says what is left; other steps say what all commands say. */
function useSentence({ name }: CommandCard, { data }: LoanAnswer) {
  const words = useScreenWords(actionFormWords);
  const language = useLanguage();
  if (name !== 'RecordRepayment') return undefined;
  return (_: unknown, values: Values): string => {
    const amountVnd = amountIn(values) ?? 0;
    const preview = previewRepayment(data, { ...values, amountVnd }, dayIn(values));
    const left = preview ? exactMoney(preview.outstandingAfterVnd, language) : '…';
    return words.recordedSplit({ sum: exactMoney(amountVnd, language), left });
  };
}
