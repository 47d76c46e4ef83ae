import { useState } from 'react';
import type { Language, Words } from '@soquy/kernel';
import type { Receipt } from '../api/answers.js';
import type { CommandCard, FieldSchema } from '../api/catalogue.js';
import { isProblem, offline, type ApiProblem, type FieldProblem } from '../api/problem.js';
import { useRecording } from '../api/records.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { today } from '../as-of/as-of.js';
import { unitOfField } from '../figures/figure-ids.js';
import { valueExact } from '../figures/number-units.js';
import { useLanguage } from '../words/language.js';
import { useAsksAgency, withAgency } from './agency.js';
import { keepsDrafts } from './drafts.js';
import type { FormContext } from './form-context.js';
import { formWords } from './forms.words.js';
import { formSchema, sendingOf } from './form-schema.js';
import { layoutOf } from './layout.js';
import { readForm } from './read-form.js';
import { typedGroup, type TypedGroup } from './typed.js';
import { useDraft, useKeeping } from './use-draft.js';
import { useFormState } from './use-form-state.js';
import { useOnlyAgency } from './use-only-agency.js';

export type Values = Readonly<Record<string, unknown>>;

export interface RecordFormInput {
  readonly command: CommandCard;
  /** The object in the command's path; asked for in the form where it is not given. */
  readonly objectId?: string | undefined;
  /** Values to begin with. */
  readonly initial?: Values | undefined;
  /** Where values to begin with come from, by field; it is said beside them. */
  readonly sources?: Readonly<Record<string, Words>> | undefined;
  /** They were copied from another object: shown dimmed until touched. */
  readonly isCopy?: boolean | undefined;
  /** Values that are sent as they are and not shown. */
  readonly fixed?: Values | undefined;
  /** Fields that are not asked for here. */
  readonly hidden?: readonly string[] | undefined;
  /** What is sent where more than the fields goes into it. */
  readonly complete?: ((values: Values) => Values) | undefined;
  /** The revision of the object that was looked at. */
  readonly revision?: number | undefined;
}

/** What a form of one command holds, checks and sends. */
export function useRecordForm(input: RecordFormInput) {
  const { command, objectId, initial, isCopy = false, fixed = {}, hidden = [], complete = (all: Values) => all } = input;
  const catalogue = useCatalogue();
  const language = useLanguage();
  const recording = useRecording();
  const asksAgency = useAsksAgency(command);
  const plain = formSchema(catalogue, command, objectId);
  const draft = useDraft(keepsDrafts(catalogue, command), command.name, objectId);
  const begin = () => beginning(command, plain, { ...initial }, language);
  const state = useFormState(isCopy ? undefined : draft.found?.typed, begin, isCopy ? initial : undefined);
  const { typed } = state.context;
  useKeeping(draft, typed, state.isTouched);
  const schema = asksAgency && objectId === undefined ? withAgency(plain, command, typed) : plain;
  useOnlyAgency(schema.required?.includes('agencyId') ?? false, typed, (agencyId) => state.fill({ agencyId }));

  const layout = layoutOf(schema, { hidden: new Set([...Object.keys(fixed), ...hidden]), asksAgency });
  const asked = new Set([...layout.main, ...layout.details, ...layout.basis].map(({ field }) => field));
  const read = readForm(onlyAsked(schema, asked), typed, language);
  const values: Values = { ...read.values, ...fixed };

  /** The receipt; undefined where nothing was recorded and the form says why. */
  // What was looked at stood there when the form was opened; what comes in between is told, not passed over.
  const [seen] = useState(input.revision);
  const send = async (ifMatch = seen): Promise<Receipt | undefined> => {
    if (recording.isPending) return undefined;
    if (read.problems.length > 0) {
      state.failHere(read.problems);
      return undefined;
    }
    if (!window.navigator.onLine) {
      draft.keep(typed, true);
      state.fail([], offline());
      return undefined;
    }
    try {
      const sending = sendingOf(command, complete(values), objectId);
      const receipt = await recording.mutateAsync({ ...sending, ...(ifMatch !== undefined && { ifMatch }) });
      draft.drop();
      state.settle();
      return receipt;
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.status === 0) draft.keep(typed, true);
      const problems = placed(error, asked);
      state.fail(problems, problems.length > 0 ? undefined : error);
      return undefined;
    }
  };

  const restart = () => {
    draft.drop();
    state.restart();
  };
  const { isOwn, problems: found } = state.outcome;
  const problems = isOwn ? found.filter((problem) => stands(problem, schema)) : found;
  return {
    layout,
    context: { ...state.context, ...toldBeside(input, problems, language) },
    values,
    outcome: { ...state.outcome, problems },
    draft,
    send,
    restart,
    isBusy: recording.isPending,
    /** Nothing is left to be typed. */
    isComplete: read.problems.length === 0,
    category: command.category,
  };
}

export type RecordForm = ReturnType<typeof useRecordForm>;

/** A field that had to be said until another one told as much is missing no more. */
const stands = ({ code, pointer }: FieldProblem, { properties = {}, required = [] }: FieldSchema): boolean =>
  code !== 'required' || !(pointer.slice(1) in properties) || required.includes(pointer.slice(1));

/** What stands beside a field. */
const toldBeside = (input: RecordFormInput, problems: readonly FieldProblem[], language: Language) => ({
  problemAt: (pointer: string) => problems.find((each) => each.pointer === pointer)?.detail,
  sourceOf: (pointer: string) => sourceOf(input, pointer.slice(1), language),
});

/** A number that the form began with, and what it was taken from. */
function sourceOf({ sources = {}, initial = {} }: RecordFormInput, field: string, language: Language): string | undefined {
  const value = initial[field];
  if (!sources[field] || typeof value !== 'number') return undefined;
  const taken = { what: sources[field][language], value: valueExact(value, unitOfField(field), language) };
  return formWords.taken[language](taken);
}

/** Problems are told in the order in which the fields stand. */
const onlyAsked = (schema: FieldSchema, asked: ReadonlySet<string>): FieldSchema => ({
  ...schema,
  properties: Object.fromEntries([...asked].map((field) => [field, schema.properties![field]!])),
  required: (schema.required ?? []).filter((field) => asked.has(field)),
});

/** Facts are mostly recorded on their day; what was held or opened elsewhere has a day of its own, which nobody should overlook. */
function beginning(
  { creates }: CommandCard,
  schema: FieldSchema,
  initial: Values,
  language: FormContext['language'],
): TypedGroup {
  const day = !creates && initial.effectiveOn === undefined ? { effectiveOn: today() } : {};
  return typedGroup(schema, { ...day, ...initial }, language);
}

/** What the API said of fields that stand in the form; a rule that names one field of it is said there too. */
function placed(
  { document: { errors = [], facts, detail, code } }: ApiProblem,
  asked: ReadonlySet<string>,
): readonly FieldProblem[] {
  if (errors.length > 0) return errors;
  const field = facts?.field;
  return typeof field === 'string' && asked.has(field) ? [{ pointer: `/${field}`, code, detail }] : [];
}
