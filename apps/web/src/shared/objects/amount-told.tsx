import { Text } from '@mantine/core';
import { FactNumber } from '../figures/fact-number.js';
import { screenWords, useScreenWords } from '../words/screen-words.js';
import type { CaseAmount } from './case-amounts.js';

const amountWords = screenWords({
  requested: { vi: 'đề nghị', en: 'requested' },
  recommended: { vi: 'thẩm định đề xuất', en: 'recommended' },
  approved: { vi: 'được duyệt', en: 'approved' },
  accepted: { vi: 'được nghiệm thu', en: 'accepted' },
  spent: { vi: 'kinh phí', en: 'cost' },
  planned: { vi: 'dự kiến', en: 'planned' },
  opening: { vi: 'dư nợ đầu kỳ', en: 'opening balance' },
  amount: { vi: 'số tiền', en: 'amount' },
});

interface Props {
  readonly noun: string;
  readonly id: string;
  readonly title: string;
  readonly amount: CaseAmount;
  /** In a column of numbers, which are read one under the other. */
  readonly isStacked?: boolean;
}

/** An amount with whose it is: what was asked for is not what was proposed or agreed. */
export function AmountTold({ noun, id, title, amount: { stage, path, value }, isStacked = false }: Props) {
  const words = useScreenWords(amountWords);
  const told = words[stage];
  return (
    <>
      <FactNumber noun={noun} id={id} path={path} value={value} unit="vnd" label={`${title}: ${told}`} />{' '}
      <Text span size="xs" c="dimmed" display={isStacked ? 'block' : undefined}>
        {told}
      </Text>
    </>
  );
}
