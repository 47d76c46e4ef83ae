import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { instantText } from '@soquy/kernel';
import type { Receipt } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useAsOf } from '../as-of/as-of.js';
import { useRoleNames } from '../ui/role-names.js';
import { useScreenWords } from '../words/screen-words.js';
import { keepsDrafts } from './drafts.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { FormProvider } from './form-context.js';
import classes from './forms.module.css';
import { formWords } from './forms.words.js';
import type { FieldPlace } from './layout.js';
import { useRecordKey } from './record-key.js';
import { useTellRecorded } from './recorded.js';
import { Refusal } from './refusal.js';
import { useRecordForm, type RecordForm as Form, type RecordFormInput, type Values } from './use-record-form.js';

export interface RecordFormProps extends RecordFormInput {
  /** What may be said, but need not be, stands open from the beginning; without it, where little must be said. */
  readonly isDetailed?: boolean | undefined;
  /** What follows from what is typed so far: money left, a split, a near-duplicate. */
  readonly preview?: ((values: Values) => ReactNode) | undefined;
  /** The fact in a sentence; without it the command's words, code, amount and day. */
  readonly sentence?: ((receipt: Receipt, values: Values) => string) | undefined;
  /** Where "Xem" leads; without it the object recorded. */
  readonly link?: { readonly noun: string; readonly id: string } | undefined;
  /** Opened by a key or button: where nothing is left to type, what records it has the focus. */
  readonly takesFocus?: boolean | undefined;
  /** Nothing of the kind follows at once. */
  readonly isSingle?: boolean | undefined;
  /** Label of the button that records; without it "Ghi". */
  readonly action?: string | undefined;
  readonly onRecorded?: ((receipt: Receipt, values: Values, goesOn: boolean) => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** Where so little must be said, what may be said is what matters. */
const FEW = 3;

/**
 * Records one command of the catalogue. Fields, checks and words come from its schema. Ctrl+Enter records, Ctrl+Shift+Enter
 * records and begins the next, also while the focus is beside the form; nothing typed is lost by a refusal, a conflict, a lost connection or the end of the session.
 */
export function RecordForm({
  isDetailed,
  preview,
  sentence,
  action,
  link,
  takesFocus = false,
  isSingle = false,
  onRecorded,
  onCancel,
  ...input
}: RecordFormProps) {
  const words = useScreenWords(formWords);
  const form = useRecordForm(input);
  const tell = useTellRecorded();
  const reason = useReason(input);
  const record = async (goesOn: boolean, ifMatch?: number) => {
    if (reason) return;
    const goes = goesOn && input.command.creates && !isSingle;
    const receipt = await form.send(ifMatch);
    if (!receipt) return;
    tell({ command: input.command, values: form.values, receipt, link, sentence: sentence?.(receipt, form.values) });
    if (goes) form.restart();
    onRecorded?.(receipt, form.values, goes);
  };
  const { layout, context } = form;
  const element = useRecordKey((goesOn) => void record(goesOn));
  return (
    <FormProvider value={context}>
      <form
        ref={element}
        noValidate
        className={classes.form}
        aria-busy={form.isBusy}
        onSubmit={(event) => (event.preventDefault(), void record(false))}
        onKeyDown={(event) => onKey(event, (goesOn) => void record(goesOn))}
      >
        <Stack gap="md">
          <Problems form={form} again={() => void record(false)} goOn={(revision) => void record(false, revision)} />
          <DraftNote form={form} isCopy={input.isCopy ?? false} />
          <Fields places={layout.main} form={form} />
          <Folded title={words.details} places={layout.details} form={form} isOpen={isDetailed ?? layout.main.length <= FEW} />
          {preview?.(form.values)}
          <Folded
            title={layout.basis.length > 1 ? words.basis : words.evidence}
            places={layout.basis}
            form={form}
            isOpen={layout.main.length === 0}
          />
          <div className={classes.foot}>
            <Foot
              form={form}
              reason={reason}
              action={action}
              takesFocus={takesFocus}
              canGoOn={input.command.creates && !isSingle}
              onCancel={onCancel}
              next={() => void record(true)}
            />
          </div>
        </Stack>
      </form>
    </FormProvider>
  );
}

interface ProblemsProps {
  readonly form: Form;
  readonly again: () => void;
  readonly goOn: (revision: number | undefined) => void;
}

/** What was wrong with the last try. */
function Problems({ form: { outcome, context, category }, again, goOn }: ProblemsProps) {
  const { problems, refusal, attempt } = outcome;
  return (
    <>
      {problems.length > 0 && <ErrorSummary problems={problems} attempt={attempt} idOf={context.idOf} />}
      {refusal && <Refusal problem={refusal} category={category} attempt={attempt} again={again} goOn={goOn} />}
    </>
  );
}

/** Enter alone records nothing: money is not moved by a key meant for the next field. */
function onKey(event: KeyboardEvent<HTMLFormElement>, record: (goesOn: boolean) => void): void {
  if (event.key !== 'Enter') return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    if (!event.repeat) record(event.shiftKey);
  } else if (event.target instanceof HTMLInputElement) event.preventDefault();
}

/** Why it cannot be recorded by this person, here and now. */
function useReason({ command }: RecordFormInput): string | undefined {
  const words = useScreenWords(formWords);
  const namesOf = useRoleNames();
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  const { online } = useNetwork();
  if (isPast) return words.pastWhy;
  if (!command.mine) return words.roleWhy({ what: namesOf(command.roles) });
  return online || keepsDrafts(catalogue, command) ? undefined : words.moneyOnline;
}

function Fields({ places, form }: { readonly places: readonly FieldPlace[]; readonly form: Form }) {
  return (
    <div className={classes.grid}>
      {places.map(({ field, schema, required }) => (
        <Field
          key={field}
          field={field}
          schema={schema}
          required={required}
          pointer={`/${field}`}
          typed={form.context.typed[field]}
        />
      ))}
    </div>
  );
}

interface FoldedProps {
  readonly title: string;
  readonly places: readonly FieldPlace[];
  readonly form: Form;
  readonly isOpen: boolean;
}

/** Opens by itself where something within must be looked at again. */
function Folded({ title, places, form, isOpen }: FoldedProps) {
  const [opened, setOpened] = useState(isOpen);
  if (places.length === 0) return null;
  const names = new Set(places.map(({ field }) => field));
  const isWrong = form.outcome.problems.some(({ pointer }) => names.has(pointer.split('/')[1]!));
  return (
    <details className={classes.fold} open={opened || isWrong} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{title}</summary>
      <Fields places={places} form={form} />
    </details>
  );
}

function DraftNote({ form, isCopy }: { readonly form: Form; readonly isCopy: boolean }) {
  const words = useScreenWords(formWords);
  const { online } = useNetwork();
  const { found, savedAt } = form.draft;
  const [isDropped, setDropped] = useState(false);
  if (isCopy)
    return (
      <Text size="sm" c="dimmed">
        {words.copied}
      </Text>
    );
  if (!online && savedAt) return <Alert color="warn">{words.draftOffline}</Alert>;
  if (!found || isDropped) return null;
  return (
    <Alert color="info" p="xs">
      <Group gap="md">
        <Text size="sm">
          {words.draftBack({ at: instantText(found.savedAt) })} {found.toSend && words.draftSend}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => (form.restart(), setDropped(true))}>
          {words.draftDrop}
        </Button>
      </Group>
    </Alert>
  );
}

interface FootProps extends Pick<RecordFormProps, 'action' | 'takesFocus' | 'onCancel'> {
  readonly form: Form;
  readonly reason: string | undefined;
  readonly canGoOn: boolean;
  readonly next: () => void;
}

function Foot({ form, reason, action, takesFocus, canGoOn, onCancel, next }: FootProps) {
  const words = useScreenWords(formWords);
  const { savedAt } = form.draft;
  const record = useRef<HTMLButtonElement>(null);
  const isReady = Boolean(takesFocus) && form.isComplete;
  // What it would do stays in sight: the foot itself does not scroll away.
  useEffect(() => (isReady ? record.current?.focus({ preventScroll: true }) : undefined), []);
  return (
    <Group gap="sm" justify="flex-end">
      <Text size="sm" c={reason ? 'var(--soquy-warn)' : 'dimmed'} mr="auto" id={form.context.idOf('-why')} role="status">
        {reason ?? (savedAt ? words.draftSaved({ at: instantText(savedAt).slice(-5) }) : '')}
      </Text>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      )}
      {canGoOn && (
        <Button variant="default" disabled={Boolean(reason)} loading={form.isBusy} onClick={next} title="Ctrl+Shift+Enter">
          {words.saveNext}
        </Button>
      )}
      <Button
        ref={record}
        type="submit"
        disabled={Boolean(reason)}
        aria-describedby={reason ? form.context.idOf('-why') : undefined}
        loading={form.isBusy}
        title="Ctrl+Enter"
      >
        {action ?? words.save}
      </Button>
    </Group>
  );
}
