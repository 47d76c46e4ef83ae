import { Alert, Paper, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { exactMoney } from '../../shared/format/money.js';
import { portfolioAtRisk } from '../../shared/lending/ageing.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { FUND_METRIC_NAMES, type FundFigures as Figures } from './fund-metrics.js';
import { fundWords } from './fund.words.js';

interface Props {
  readonly fund: { readonly id: string; readonly title: string };
  readonly figures: Figures;
}

/** What a fund has, has lent, has promised, and can still lend. */
export function FundFigures({ fund, figures }: Props) {
  const words = useScreenWords(fundWords);
  const language = useLanguage();
  const short = figures.available.get(fund.id)?.shortfall;
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm">
        {FUND_METRIC_NAMES.map((name) => {
          const figure = figures[name].get(fund.id);
          return (
            <Card key={name} label={words[name]}>
              {figure ? (
                <FigureNumber figure={figure} label={`${fund.title}: ${words[name]}`} size="large" />
              ) : (
                <Text c="dimmed">–</Text>
              )}
            </Card>
          );
        })}
        <Rate fund={fund} figures={figures} />
      </SimpleGrid>
      {short !== undefined && short > 0 && <Alert color="warn">{words.shortfall({ sum: exactMoney(short, language) })}</Alert>}
    </>
  );
}

const Card = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Paper withBorder p="sm">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    {children}
  </Paper>
);

function Rate({ fund, figures }: Props) {
  const words = useScreenWords(fundWords);
  const [overdue, outstanding] = [figures.overdue.get(fund.id), figures.outstanding.get(fund.id)];
  if (!outstanding?.value) return null;
  return (
    <Card label={words.rate}>
      <ComputedNumber
        name={`overdue-rate-${fund.id}`}
        value={portfolioAtRisk(overdue?.value ?? 0, outstanding.value)}
        unit="basisPoints"
        label={`${fund.title}: ${words.rate}`}
        formula={fundWords.rateFormula}
        inputs={[
          ...(overdue ? [{ label: words.overdue, figure: overdue }] : []),
          { label: words.outstanding, figure: outstanding },
        ]}
        again={(given) => portfolioAtRisk(overdue ? given[0]! : 0, given.at(-1)!)}
        size="large"
      />
    </Card>
  );
}
