import type { Words } from '@soquy/kernel';
import { queueHeading } from './queue-heading.js';

const words = (vi: string, en: string): { readonly words: Words } => ({ words: { vi, en } });
const kind = words('Các khoản vay', 'Loans');
const appraise = words('Thẩm định', 'Appraise a loan');
const approve = words('Phê duyệt cho vay', 'Approve a loan');
const reject = words('Từ chối cho vay', 'Reject a loan');

it('says what is awaited of each queue of a kind, so that two of them are told apart', () => {
  const inVietnamese = ({ vi }: Words) => vi;
  expect(queueHeading({ kind, steps: [appraise] }, inVietnamese)).toBe('Thẩm định: Các khoản vay');
  expect(queueHeading({ kind, steps: [approve, reject] }, inVietnamese)).toBe(
    'Phê duyệt cho vay / Từ chối cho vay: Các khoản vay',
  );
  expect(queueHeading({ kind, steps: [approve, reject] }, ({ en }) => en)).toBe('Approve a loan / Reject a loan: Loans');
});
