import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { FigureAnswer, FigureRow, FigureRows, ListAnswer, ListItem, MetricCard } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { useReads } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useMetrics } from '../../shared/figures/use-metrics.js';
import timeline from '../../shared/timeline/timeline.module.css';
import { MoreRows } from '../../shared/ui/more-rows.js';
import { Failure } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { passportWords } from './passport.words.js';
import { SharedSupport } from './shared-support.js';

/** Shown at once: each asks for figures of its own. */
const SHOWN = 20;
/** As many as a list answers at once. */
const MOST = 200;

interface Props {
  readonly organisation: string;
  readonly kinds: (kind: KindCard) => boolean;
  /** Measures of which the organisation's own part is told. */
  readonly metrics: (card: MetricCard) => boolean;
}

/** What an organisation took part in beside others, of whatever kind: nothing of it is its own but what was counted for it. */
export function SharedSupports({ organisation, kinds, metrics }: Props) {
  const words = useScreenWords(passportWords);
  const [shown, show] = useState(SHOWN);
  const asked = useCatalogue().kinds.filter(kinds);
  const query = { participant: organisation, limit: MOST, sort: '-effectiveFrom' };
  const { all, error, again } = useReads<ListAnswer>(asked.map(({ noun }) => ({ path: `/api/v1/${noun}`, query })));
  if (!all) return error ? <Failure error={error} again={again} /> : <Skeleton height={80} />;
  const found = asked
    .flatMap((kind, index) => all[index]!.items.map((item) => ({ kind, item })))
    .sort((a, b) => (a.item.effectiveFrom < b.item.effectiveFrom ? 1 : -1));
  const isCut = all.some(({ next }) => next);
  if (found.length === 0) return null;
  return (
    <Stack component="section" gap="sm" aria-label={words.shared}>
      <Title order={2} size="h4">
        {words.shared}
      </Title>
      <Text c="dimmed">{words.sharedNote}</Text>
      <Told organisation={organisation} supports={found.slice(0, shown)} metrics={metrics} />
      {found.length > shown && <MoreRows count={shown} onMore={() => show(shown + SHOWN)} />}
      {isCut && <Text c="dimmed">{words.newest({ most: MOST })}</Text>}
    </Stack>
  );
}

interface ToldProps {
  readonly organisation: string;
  readonly supports: readonly { readonly kind: KindCard; readonly item: ListItem }[];
  readonly metrics: (card: MetricCard) => boolean;
}

/** Money of all kinds of support together. */
const COST = 'support.total';

function Told({ organisation, supports, metrics }: ToldProps) {
  const cards = useMetrics();
  const own = cards.filter((card) => card.kind !== 'formula' && card.kind !== 'ratio' && metrics(card));
  const others = cards.filter(({ kind, unit }) => kind === 'distinct' && unit === 'organisation');
  const byObject = useReads<FigureRows>(
    own.map(({ metric }) => ({ path: `/api/v1/figures/${metric}`, query: { organisation, groupBy: 'object' } })),
  );
  const whole = [COST, ...others.map(({ metric }) => metric)];
  const ofWhole = useReads<FigureAnswer>(
    supports.flatMap(({ item }) => whole.map((metric) => ({ path: `/api/v1/figures/${metric}`, query: { object: item.id } }))),
  );
  const error = byObject.error ?? ofWhole.error;
  const isThere = [...byObject.answers, ...ofWhole.answers].every((answer) => answer !== undefined);
  if (error && !isThere) return <Failure error={error} again={() => (byObject.again(), ofWhole.again())} />;
  return (
    <ol className={timeline.list}>
      {supports.map(({ kind, item }, index) => {
        const [cost, ...counts] = ofWhole.answers.slice(index * whole.length, (index + 1) * whole.length);
        return (
          <SharedSupport
            key={item.id}
            kind={kind}
            support={item}
            cost={cost}
            together={counts.find((figure) => figure?.value)}
            own={own.flatMap((card, nth) => ownPart(card, byObject.answers[nth], item.id))}
          />
        );
      })}
    </ol>
  );
}

const ownPart = (card: MetricCard, answer: FigureRows | undefined, id: string): { card: MetricCard; figure: FigureRow }[] =>
  (answer?.rows ?? []).filter(({ key, value }) => key === id && value).map((figure) => ({ card, figure }));
