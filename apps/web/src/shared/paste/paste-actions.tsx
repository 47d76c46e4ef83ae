import { Alert, Button, Checkbox, Group, Progress as Bar, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { CommandCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useAsOf } from '../as-of/as-of.js';
import { showDay } from '../format/days.js';
import { Failure } from '../ui/states.js';
import { isProblem } from '../api/problem.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { leavingOut, withRows, type Batch, type LeftOut } from './batch.js';
import { repaired } from './legacy-text.js';
import { movedPlaces, withNewName } from './moved.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';
import type { Checked } from './use-checked.js';
import type { useBatch } from './use-batch.js';
import type { useSaving } from './use-saving.js';

interface Props {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly sheet: ReturnType<typeof useBatch>;
  readonly onlyFaults: boolean;
  readonly setOnlyFaults: (only: boolean) => void;
  readonly isBusy: boolean;
}

/** What can be done with the rows before they are recorded. */
export function PasteTools({ batch, checked, sheet, onlyFaults, setOnlyFaults, isBusy }: Props) {
  const words = useScreenWords(pasteWords);
  const { bad: faulty, sent } = checked.counts;
  const drop = () => (sent === 0 || window.confirm(words.sentDrop({ n: sent }))) && sheet.edit(undefined);
  const leaveFaults = () =>
    sheet.edit(
      leavingOut(
        batch,
        checked.rows.flatMap((row) => (checked.states.get(row.id) === 'bad' ? [faultOf(batch, row)] : [])),
      ),
    );
  return (
    <Group gap="sm">
      <Checkbox label={words.onlyFaults} checked={onlyFaults} onChange={(event) => setOnlyFaults(event.currentTarget.checked)} />
      <Button variant="default" size="compact-sm" disabled={faulty === 0 || isBusy} onClick={leaveFaults}>
        {words.leaveFaults({ n: faulty })}
      </Button>
      <Button variant="default" size="compact-sm" disabled={!sheet.canUndo || isBusy} onClick={sheet.undo}>
        {words.undo}
      </Button>
      <Button variant="default" size="compact-sm" disabled={isBusy} onClick={drop}>
        {checked.counts.remaining === 0 ? words.fresh : words.drop}
      </Button>
    </Group>
  );
}

function faultOf({ refused }: Batch, { id, notes }: Checked['rows'][number]): readonly [number, LeftOut] {
  const detail = refused[id] ?? notes.find(({ level }) => level === 'bad')?.text;
  return [id, { why: 'faulty', ...(detail && { detail }) }];
}

const PREVIEWED = 3;

/** Offers to repair text typed in old fonts, with what would come of it. */
export function PasteRepair({ batch, edit }: { readonly batch: Batch; readonly edit: (next: Batch) => void }) {
  const words = useScreenWords(pasteWords);
  const { rows, changes } = useMemo(() => repairOf(batch), [batch.rows]);
  if (changes.length === 0) return null;
  return (
    <Alert color="warn" variant="outline" className={classes.repair} role="status">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.legacy}</Text>
        {changes.slice(0, PREVIEWED).map(([from, to]) => (
          <Text size="sm" key={from}>
            {from} → <strong>{to}</strong>
          </Text>
        ))}
        <Button size="compact-sm" onClick={() => edit(withRows(batch, rows))}>
          {words.toUnicode({ n: changes.length })}
        </Button>
      </Stack>
    </Alert>
  );
}

function repairOf({ rows, sent, recorded }: Batch) {
  const changes: (readonly [from: string, to: string])[] = [];
  const repairedRows = repaired(rows.map(({ cells }) => cells));
  const isFixed = (id: number) => recorded[id] !== undefined || sent.includes(id);
  const next = rows.map((row, at) => {
    if (isFixed(row.id)) return row;
    const cells = repairedRows[at]!;
    const changed = cells.flatMap((cell, index) => (cell === row.cells[index] ? [] : [[row.cells[index]!, cell] as const]));
    changes.push(...changed);
    return changed.length > 0 ? { ...row, cells } : row;
  });
  return { rows: next, changes };
}

interface MovedProps {
  readonly batch: Batch;
  readonly checked: Checked;
  readonly edit: (next: Batch) => void;
}

/** Offers today's province to all rows that have its old name after a merger. */
export function PasteMoved({ batch, checked, edit }: MovedProps) {
  const words = useScreenWords(pasteWords);
  const moved = useMemo(() => movedPlaces(batch, checked.rows, checked.states), [batch, checked]);
  if (moved.length === 0) return null;
  return (
    <Alert color="warn" variant="outline" className={classes.repair} role="status">
      <Stack gap="xs" align="flex-start">
        {moved.map((place) => {
          const { cell, name, since, rows, column } = place;
          return (
            <Group key={`${column} ${cell} ${name}`} gap="sm">
              <Text size="sm">{words.moved({ cell, name, since: showDay(since), n: rows.length })}</Text>
              <Button size="compact-sm" onClick={() => edit(withNewName(batch, place))}>
                {words.useNew({ name, n: rows.length })}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}

interface SaveProps {
  readonly command: CommandCard;
  readonly batch: Batch;
  readonly checked: Checked;
  readonly saving: ReturnType<typeof useSaving>;
}

/** Records what is right. Rows whose answer was lost go first, under their own keys. */
export function PasteSave({ command, batch, checked, saving }: SaveProps) {
  const words = useScreenWords(pasteWords);
  const say = useSay();
  const { isPast } = useAsOf();
  const { roles } = useCatalogue().answer;
  const { progress, failure, save, stop } = saving;
  const rows = checked.rows.filter(({ id }) => ['good', 'doubt', 'sent'].includes(checked.states.get(id)!));
  const who = command.roles.map((role) => (roles[role] ? say(roles[role]) : role)).join(', ');
  const why = isPast ? words.past : !command.mine ? words.noRight({ who }) : rows.length === 0 ? words.nothingToSave : undefined;
  const isLost = failure !== undefined && (!isProblem(failure) || failure.status === 0);
  return (
    <Stack gap="xs">
      {checked.counts.sent > 0 && !progress && <Text size="sm">{words.sentBefore({ n: checked.counts.sent })}</Text>}
      {failure !== undefined && (
        <Alert color="danger" title={words.stopped} role="alert">
          {isLost ? words.stoppedWhy : <Failure error={failure} />}
        </Alert>
      )}
      {progress && (
        <Stack gap={4} role="status">
          <Group gap="sm">
            <Text size="sm">
              {words.saving(progress)} {words.locked}
            </Text>
            <Button variant="default" size="compact-sm" onClick={stop}>
              {words.stop}
            </Button>
          </Group>
          <Bar value={(100 * progress.done) / Math.max(1, progress.of)} aria-label={words.saving(progress)} />
        </Stack>
      )}
      <Group>
        <Button
          disabled={why !== undefined}
          loading={progress !== undefined}
          aria-describedby={why ? 'paste-why-not' : undefined}
          onClick={() =>
            void save(
              batch.id,
              rows.map(({ id, values }) => ({ id, body: values })),
            )
          }
        >
          {words.save({ n: rows.length })}
        </Button>
        {why && (
          <Text size="sm" c="var(--soquy-warn)" id="paste-why-not">
            {why}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
