import { Stack, Text, Title } from '@mantine/core';
import type { MetricCard } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { FigureList } from '../../shared/figures/figure-list.js';
import { KindsList } from '../../shared/objects/kinds-list.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { passportWords } from './passport.words.js';
import { SharedSupports } from './shared-supports.js';

/** What a fund has or may lend says nothing of an organisation. */
const OF_FUNDS = new Set(['fund.capital', 'fund.borrowedCapital', 'fund.availableToLend', 'loan.outstanding']);
/** What an organisation has itself is no support it received, and how many different ones it is needs no counting. */
const isSupport = ({ metric, kind }: MetricCard) =>
  kind !== 'distinct' && !/^(organisation|programme|budget)\./.test(metric) && !OF_FUNDS.has(metric);
const isGiven = ({ isActivity, noun }: KindCard) => isActivity || noun === 'loans';

/** Everything received from everyone: the sums, each support of its own behind them, and what it shared with others. */
export function Passport({ organisation }: { readonly organisation: string }) {
  const words = useScreenWords(passportWords);
  return (
    <Stack>
      <Text c="dimmed">{words.note}</Text>
      <FigureList query={{ organisation }} takes={isSupport} caption={words.sums} />
      <Title order={2} size="h4">
        {words.items}
      </Title>
      <KindsList query={{ organisation }} takes={isGiven} />
      <SharedSupports organisation={organisation} kinds={isGiven} metrics={isSupport} />
    </Stack>
  );
}
