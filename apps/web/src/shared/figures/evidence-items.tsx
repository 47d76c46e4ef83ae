import { Button } from '@mantine/core';
import { useState } from 'react';
import { useScreenWords } from '../words/screen-words.js';
import { EntryRows } from './entry-rows.js';
import {
  isEntry,
  isKey,
  type EntryItem,
  type Evidence,
  type EvidenceItem,
  type FoldItem,
  type KeyItem,
} from './evidence-answers.js';
import classes from './evidence.module.css';
import { evidenceWords } from './evidence.words.js';
import { FoldRows } from './fold-rows.js';
import { KeyRows } from './key-rows.js';
import { Text } from '@mantine/core';

const SHOWN_FIRST = 50;
const SHOWN_MORE = 200;

interface Props {
  readonly evidence: Evidence;
  readonly items: readonly EvidenceItem[];
  /** More are still being read. */
  readonly isAll: boolean;
}

/** The entries, keys or objects behind a figure. */
export function EvidenceItems({ evidence, items, isAll }: Props) {
  const words = useScreenWords(evidenceWords);
  const [most, setMost] = useState(SHOWN_FIRST);
  if (items.length === 0) return <Text c="dimmed">{evidence.kind === 'fold' ? words.noObjects : words.nothingBehind}</Text>;
  const shown = items.slice(0, most);
  const left = items.length - shown.length;
  const count = isAll || !evidence.next ? String(items.length) : `${items.length}+`;
  return (
    <div>
      <table className={classes.items}>
        <Rows evidence={evidence} items={shown} count={count} />
      </table>
      {left > 0 && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setMost(most + SHOWN_MORE)}>
          {words.showMore({ n: Math.min(left, SHOWN_MORE) })}
        </Button>
      )}
    </div>
  );
}

interface RowsProps {
  readonly evidence: Evidence;
  readonly items: readonly EvidenceItem[];
  readonly count: string;
}

function Rows({ evidence: { unit, words }, items, count }: RowsProps) {
  const first = items[0]!;
  if (isEntry(first)) return <EntryRows items={items as readonly EntryItem[]} unit={unit} count={count} />;
  if (isKey(first)) return <KeyRows items={items as readonly KeyItem[]} label={words} count={count} />;
  return <FoldRows items={items as readonly FoldItem[]} unit={unit} count={count} />;
}
