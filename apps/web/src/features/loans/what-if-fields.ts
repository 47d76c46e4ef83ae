import type { Words } from '@soquy/kernel';
import { RESIDUES, ROUNDINGS } from '@soquy/lending';
import type { FieldSchema } from '../../shared/api/catalogue.js';
import { newLoanWords } from './new-loan.words.js';

const both = (key: keyof typeof newLoanWords): Words => newLoanWords[key] as Words;
const dayField = (key: keyof typeof newLoanWords): FieldSchema => ({ type: 'string', 'x-unit': 'day', 'x-words': both(key) });
const choice = (key: keyof typeof newLoanWords, words: Readonly<Record<string, Words>>): FieldSchema => ({
  type: 'string',
  enum: Object.keys(words),
  'x-words': both(key),
  'x-enum-words': words,
});

const ROUNDING_WORDS: Readonly<Record<(typeof ROUNDINGS)[number], Words>> = {
  halfUp: { vi: 'nửa lên', en: 'half up' },
  halfEven: { vi: 'nửa về số chẵn', en: 'half to even' },
  down: { vi: 'bỏ phần lẻ', en: 'down' },
};
const RESIDUE_WORDS: Readonly<Record<(typeof RESIDUES)[number], Words>> = {
  last: { vi: 'kỳ cuối', en: 'the last instalment' },
  first: { vi: 'kỳ đầu', en: 'the first instalment' },
};
const DAYS_OFF_WORDS: Readonly<Record<'nextWorkingDay' | 'unchanged', Words>> = {
  nextWorkingDay: { vi: 'dời sang ngày làm việc kế tiếp', en: 'move to the next working day' },
  unchanged: { vi: 'giữ nguyên ngày', en: 'stay as they are' },
};

const PAYMENT: FieldSchema = {
  type: 'object',
  properties: {
    on: dayField('paidOn'),
    amountVnd: { type: 'integer', minimum: 1, 'x-unit': 'vnd', 'x-words': both('paid') },
  },
  required: ['on', 'amountVnd'],
};

/** Fields of the what-if beside those of an approval. */
export const WHAT_IF_FIELDS = {
  startsOn: dayField('startsOn'),
  rest: {
    rounding: choice('rounding', ROUNDING_WORDS),
    residue: choice('residue', RESIDUE_WORDS),
    nonWorkingDays: choice('daysOff', DAYS_OFF_WORDS),
    payments: { type: 'array', items: PAYMENT, 'x-words': both('payments') },
    on: dayField('on'),
  },
} satisfies { startsOn: FieldSchema; rest: Readonly<Record<string, FieldSchema>> };
