import { useId, useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDebouncedCallback } from '@mantine/hooks';
import type { FieldSchema } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { Field } from '../forms/field.js';
import { FormProvider } from '../forms/form-context.js';
import classes from '../forms/forms.module.css';
import { readForm } from '../forms/read-form.js';
import { typedGroup, withTyped, type TypedGroup } from '../forms/typed.js';
import { useLanguage } from '../words/language.js';

const WAIT_MS = 400;

interface Input {
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly initial: Readonly<Record<string, unknown>>;
  /** Where the address keeps what is typed, so that a link shows the same what-if. */
  readonly search?: string;
  /** Fields that are not asked for now keep what was typed, and count for nothing. */
  readonly isShown?: (field: string, typed: TypedGroup) => boolean;
}

/** Fields that record nothing: what follows from them is computed beside them while they are typed. */
export function useWhatIf({ properties: all, initial, search, isShown = () => true }: Input) {
  const language = useLanguage();
  const id = useId();
  const navigate = useNavigate();
  const found = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const kept = search === undefined ? undefined : found[search];
  const begun =
    typeof kept === 'object' && kept !== null ? (kept as TypedGroup) : typedGroup({ properties: all }, initial, language);
  const [typed, setTyped] = useState<TypedGroup>(begun);
  const keep = useDebouncedCallback((next: TypedGroup) => {
    if (search !== undefined)
      void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, [search]: next }) } as never);
  }, WAIT_MS);
  const properties = Object.fromEntries(Object.entries(all).filter(([field]) => isShown(field, typed)));
  const { values, problems } = readForm({ type: 'object', properties }, typed, language);
  const context = {
    language,
    typed,
    idOf: (pointer: string) => `${id}${pointer}`,
    problemAt: (pointer: string) => problems.find((problem) => problem.pointer === pointer)?.detail,
    isCopied: () => false,
    type: (pointer: string, value: Parameters<typeof withTyped>[2]) => {
      const next = withTyped(typed, pointer.split('/').slice(1), value) as TypedGroup;
      setTyped(next);
      keep(next);
    },
  };
  const fields = (
    <FormProvider value={context}>
      <div className={classes.grid}>
        {Object.entries(properties).map(([field, of]) => (
          <Field key={field} field={field} schema={of} required={false} pointer={`/${field}`} typed={typed[field]} />
        ))}
      </div>
    </FormProvider>
  );
  return { values, fields };
}

/** Fields of a command as its schema words them. */
export function useFieldsOf(command: string, names: readonly string[]): Readonly<Record<string, FieldSchema>> {
  const properties = useCatalogue().command(command)?.schema.properties ?? {};
  return Object.fromEntries(names.flatMap((name) => (properties[name] ? [[name, properties[name]]] : [])));
}
