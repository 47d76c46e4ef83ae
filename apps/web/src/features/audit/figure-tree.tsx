import { Stack, Text } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import type { FigureAnswer, FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { dimensionOf } from '../../shared/figures/dimensions.js';
import { FileLinks } from '../../shared/figures/file-links.js';
import { useMetrics } from '../../shared/figures/use-metrics.js';
import { Loaded } from '../../shared/ui/states.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useAuditSearch } from './audit-search.js';
import { FigureNode } from './figure-node.js';
import { figureQuery } from './figure-question.js';
import { figuresWords } from './figures.words.js';
import classes from './figures.module.css';
import { leftOver } from './sum-proof.js';
import { useCompared } from './use-compared.js';
import { Why } from './why.js';

/** A metric as a tree: the whole, its rows where it is divided, and under each what it consists of. */
export function FigureTree({ metric }: { readonly metric: string }) {
  const words = useScreenWords(figuresWords);
  const say = useSay();
  const [search] = useAuditSearch();
  const look = useAsOf();
  const metrics = useMetrics();
  const path = `/api/v1/figures/${metric}`;
  const query = figureQuery(search, look);
  const { groupBy } = search;
  const whole = useRead<FigureAnswer>(path, query);
  const rows = useRead<FigureRows>(path, { ...query, groupBy }, { enabled: groupBy !== undefined });
  const compared = useCompared(metric);
  const card = metrics.find((each) => each.metric === metric);
  const name = card ? say(card.words) : metric;
  return (
    <Stack gap="sm">
      <Loaded of={whole} height={120}>
        {(total) => (
          <ul className={classes.tree} aria-label={words.tree}>
            <FigureNode
              figure={total}
              name={name}
              then={compared?.whole}
              isCompared={compared !== undefined}
              isOpen={groupBy === undefined}
            >
              {groupBy && (
                <Loaded of={rows} height={120}>
                  {(divided) => <Rows total={total} divided={divided} then={compared && (compared.rows ?? [])} name={name} />}
                </Loaded>
              )}
            </FigureNode>
          </ul>
        )}
      </Loaded>
      {compared && whole.data && <Why now={whole.data} then={compared.whole} known={compared.known} />}
      <div className="soquy-no-print">
        <FileLinks path={path} query={{ ...query, groupBy }} />
      </div>
    </Stack>
  );
}

interface RowsProps {
  readonly total: FigureAnswer;
  readonly divided: FigureRows;
  readonly then: readonly FigureRow[] | undefined;
  readonly name: string;
}

function Rows({ total, divided: { rows, groupBy }, then, name }: RowsProps) {
  const words = useScreenWords(figuresWords);
  const catalogue = useCatalogue();
  const say = useSay();
  const { field } = dimensionOf(groupBy);
  const nameOf = ({ key, label, code }: FigureRow) => {
    if (key === null) return words.none;
    const enumWords = field ? catalogue.enumWords(field, key) : undefined;
    return enumWords ? say(enumWords) : label ? [label, code].filter(Boolean).join(' · ') : key;
  };
  return (
    <>
      <ul>
        {rows.map((row) => (
          <FigureNode
            key={row.key ?? ''}
            figure={row}
            name={nameOf(row)}
            label={`${name}, ${nameOf(row)}`}
            then={then?.find(({ key }) => key === row.key)}
            isCompared={then !== undefined}
          />
        ))}
      </ul>
      <Proof total={total} rows={rows} />
    </>
  );
}

function Proof({ total, rows }: { readonly total: FigureAnswer; readonly rows: readonly FigureRow[] }) {
  const words = useScreenWords(figuresWords);
  const language = useLanguage();
  const left = leftOver(total, rows);
  const n = rows.length;
  if (left === undefined)
    return (
      <Text size="sm" c="dimmed">
        {words.rows({ n })}; {words.overlap}
      </Text>
    );
  if (left !== 0)
    return (
      <Text size="sm" c="var(--soquy-danger)" fw={600} role="alert">
        {words.addsNot({ left: numberText(left, language) })}
      </Text>
    );
  return (
    <Text size="sm" c="var(--soquy-ok)">
      {words.addsUp({ n })}
    </Text>
  );
}
