import { Fieldset, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { CommandCard } from '../api/catalogue.js';
import { useAsksAgency } from '../forms/agency.js';
import { Field } from '../forms/field.js';
import { FormProvider } from '../forms/form-context.js';
import { withTyped, type TypedGroup } from '../forms/typed.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import type { Batch } from './batch.js';
import type { Mapping, PasteColumn } from './columns.js';
import classes from './paste.module.css';
import { pasteWords } from './paste.words.js';

const LETTERS = 26;
/** Columns as spreadsheets name them: A, B, … Z, AA. */
export const letterOf = (index: number): string =>
  (index >= LETTERS ? letterOf(Math.floor(index / LETTERS) - 1) : '') + String.fromCharCode(65 + (index % LETTERS));

interface MappingProps {
  readonly batch: Batch;
  readonly columns: readonly PasteColumn[];
  readonly set: (mapping: Mapping) => void;
  /** Rows are being recorded at this moment. */
  readonly isBusy: boolean;
}

/**
 * What each pasted column is taken for; choosing what another column holds takes it from there. Plain elements: they stand there the
 * moment after a table was pasted, before its marks are seen.
 */
export function PasteMapping({ batch: { headings, mapping, sent }, columns, set, isBusy }: MappingProps) {
  const words = useScreenWords(pasteWords);
  const language = useLanguage();
  const options = [
    <option key="" value="">
      {words.ignored}
    </option>,
    ...columns.map(({ pointer, label, required }) => (
      <option key={pointer} value={pointer}>{`${label[language]}${required ? ' *' : ''}`}</option>
    )),
  ];
  const choose = (index: number, pointer: string) =>
    set(mapping.map((held, at) => (at === index ? pointer || null : held === pointer ? null : held)));
  return (
    <Fieldset legend={words.mapping} p="xs" disabled={isBusy || sent.length > 0}>
      {sent.length > 0 && !isBusy && <Text size="sm">{words.sentFixed}</Text>}
      <div className={classes.columns}>
        {mapping.map((pointer, index) => (
          <label key={index} className={classes.mapped}>
            <span>{words.column({ letter: letterOf(index), heading: headings[index] ?? '' })}</span>
            <select value={pointer ?? ''} onChange={(event) => choose(index, event.currentTarget.value)}>
              {options}
            </select>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

interface CommonProps {
  readonly command: CommandCard;
  readonly batch: Batch;
  readonly columns: readonly PasteColumn[];
  readonly set: (common: TypedGroup) => void;
  readonly isBusy: boolean;
  /** What follows from what is chosen. */
  readonly children?: ReactNode;
}

/** What holds for all rows: what they refer to, and what is required and stands in no column. */
export function PasteCommon({ command, batch, columns, set, isBusy, children }: CommonProps) {
  const words = useScreenWords(pasteWords);
  const language = useLanguage();
  const formId = useId();
  const asksAgency = useAsksAgency(command);
  const { properties = {}, required = [] } = command.schema;
  const isMapped = (field: string) => batch.mapping.includes(`/${field}`);
  const isColumn = (field: string) => columns.some(({ pointer }) => pointer === `/${field}`);
  const fields = Object.entries(properties).filter(([field, schema]) => {
    if (field === 'agencyId') return asksAgency;
    if (batch.common[field] !== undefined) return true;
    if (isColumn(field)) return !isMapped(field) && (required.includes(field) || schema['x-refers'] === 'places');
    return schema['x-refers'] !== undefined && !schema.items;
  });
  if (fields.length === 0) return null;
  return (
    <FormProvider
      value={{
        language,
        typed: batch.common,
        idOf: (pointer) => `${formId}${pointer}`,
        problemAt: () => undefined,
        isCopied: () => false,
        type: (pointer, value) => set(withTyped(batch.common, pointer.split('/').slice(1), value) as TypedGroup),
      }}
    >
      <Fieldset legend={words.common} p="xs" disabled={isBusy || batch.sent.length > 0}>
        <div className={classes.columns}>
          {fields.map(([field, schema]) => (
            <Field
              key={field}
              field={field}
              schema={schema}
              pointer={`/${field}`}
              required={required.includes(field)}
              typed={batch.common[field]}
            />
          ))}
        </div>
        {children}
      </Fieldset>
    </FormProvider>
  );
}
