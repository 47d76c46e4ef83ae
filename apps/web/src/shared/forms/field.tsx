import { Button, Group, Stack, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { useScreenWords } from '../words/screen-words.js';
import { fieldKind, itemSchema, type FieldKind } from './field-kind.js';
import classes from './forms.module.css';
import { formWords } from './forms.words.js';
import { useForm } from './form-context.js';
import { DayInput } from './inputs/day-input.js';
import { FileHashInput } from './inputs/file-hash-input.js';
import type { InputProps } from './inputs/input-props.js';
import { MoneyInput } from './inputs/money-input.js';
import { PlaceSelect } from './inputs/place-select.js';
import { ChoiceField, FlagField, LongTextField, NumberField, TextField } from './inputs/plain-inputs.js';
import { QuantityInput } from './inputs/quantity-input.js';
import { ReferenceSelect, ReferencesSelect } from './inputs/reference-select.js';
import { labelOf } from './labels.js';
import { takesPaste } from './pasted-list.js';
import { asGroup, asList, isBlank } from './typed.js';
import { useListRows } from './use-list-rows.js';

const INPUTS: Readonly<Record<Exclude<FieldKind, 'group' | 'list'>, ComponentType<InputProps>>> = {
  money: MoneyInput,
  whole: NumberField,
  number: NumberField,
  basisPoints: NumberField,
  percent: NumberField,
  year: NumberField,
  day: DayInput,
  quantity: QuantityInput,
  reference: ReferenceSelect,
  references: ReferencesSelect,
  place: PlaceSelect,
  choice: ChoiceField,
  flag: FlagField,
  text: TextField,
  longText: LongTextField,
};

const WIDE: ReadonlySet<FieldKind> = new Set(['longText', 'group', 'list', 'references']);
const LONG_TITLE = 150;

/** One field of a form, whatever its schema asks for; groups and lists draw their own parts in turn. */
export function Field(props: InputProps) {
  const kind = fieldKind(props.schema);
  const isWide =
    WIDE.has(kind) || (kind === 'text' && (props.schema.maxLength ?? 0) > LONG_TITLE && !props.pointer.includes('/', 1));
  const { sourceOf, idOf } = useForm();
  const source = sourceOf?.(props.pointer);
  const sourceId = source && idOf(`${props.pointer}-source`);
  return (
    <div className={isWide ? classes.wide : undefined} role={source && 'group'} aria-describedby={sourceId}>
      {drawn(kind, props)}
      {source && (
        <Text size="xs" c="dimmed" id={sourceId}>
          {source}
        </Text>
      )}
    </div>
  );
}

function drawn(kind: FieldKind, props: InputProps) {
  if (kind === 'group') return <GroupField {...props} />;
  if (kind === 'list') return <ListField {...props} />;
  if (props.field.endsWith('Sha256')) return <FileHashInput {...props} />;
  const Control = INPUTS[kind];
  return <Control {...props} />;
}

/**
 * The fields of a nested object. One that may be left out is not sent while nothing is typed in it, and demands what it needs only
 * once something is.
 */
function GroupField({ field, schema, pointer, required, typed }: InputProps) {
  const { language } = useForm();
  const words = useScreenWords(formWords);
  const needed = required ? [] : (schema.required ?? []).map((part) => labelOf(schema.properties![part]!, part, language));
  return (
    <fieldset className={classes.group}>
      <legend>
        {labelOf(schema, field, language)}
        {required && ' *'}
      </legend>
      {needed.length > 0 && (
        <Text size="xs" c="dimmed">
          {words.ifGiven({ what: needed.join(', ') })}
        </Text>
      )}
      <Parts schema={schema} pointer={pointer} typed={typed} isAsked={required || !isBlank(typed)} />
    </fieldset>
  );
}

interface PartsProps extends Pick<InputProps, 'schema' | 'pointer' | 'typed'> {
  /** What it requires is required. */
  readonly isAsked: boolean;
}

function Parts({ schema, pointer, typed, isAsked }: PartsProps) {
  const group = asGroup(typed);
  return (
    <div className={classes.grid}>
      {Object.entries(schema.properties ?? {}).map(([part, of]) => (
        <Field
          key={part}
          field={part}
          schema={of}
          pointer={`${pointer}/${part}`}
          required={isAsked && (schema.required?.includes(part) ?? false)}
          typed={group[part]}
        />
      ))}
    </div>
  );
}

/** Any number of the same, each taken away by its own button. */
function ListField({ field, schema, pointer, required, typed }: InputProps) {
  const words = useScreenWords(formWords);
  const { language, type, problemAt, idOf } = useForm();
  const label = labelOf(schema, field, language);
  const of = itemSchema(schema);
  const items = asList(typed);
  const without = (gone: number) => items.filter((_, index) => index !== gone);
  const error = problemAt(pointer);
  const { element, add, noRoom, onPaste, onKeyDown } = useListRows(pointer, schema, items);
  return (
    <fieldset ref={element} className={classes.group} id={idOf(pointer)} tabIndex={-1} onPaste={onPaste} onKeyDown={onKeyDown}>
      <legend>
        {label}
        {required && ' *'}
      </legend>
      <Stack gap="xs">
        {error && (
          <Text c="var(--soquy-danger)" size="sm">
            {error}
          </Text>
        )}
        {noRoom && (
          <Text c="var(--soquy-danger)" size="sm" role="alert">
            {words[noRoom.lacking === 'rows' ? 'noRoomForRows' : 'noRoomForColumns'](noRoom)}
          </Text>
        )}
        {items.map((item, index) => (
          <Group key={index} align="flex-end" gap="xs" wrap="nowrap">
            <div style={{ flex: 1 }}>
              {of.properties ? (
                <Parts schema={of} pointer={`${pointer}/${index}`} typed={item} isAsked />
              ) : (
                <Field field={`${index + 1}`} schema={of} pointer={`${pointer}/${index}`} required typed={item} />
              )}
            </div>
            <Button
              variant="subtle"
              color="danger"
              size="compact-sm"
              aria-label={words.remove({ what: `${label} ${index + 1}` })}
              onClick={() => type(pointer, without(index))}
            >
              ✕
            </Button>
          </Group>
        ))}
        <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={add}>
          {words.add({ what: label })}
        </Button>
        {items.length > 0 && (
          <Text size="xs" c="dimmed">
            {takesPaste(schema) ? words.pasteHint : words.rowsHint}
          </Text>
        )}
      </Stack>
    </fieldset>
  );
}
