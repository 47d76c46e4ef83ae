import { useId, useState } from 'react';
import type { Receipt } from '../api/answers.js';
import type { CommandCard, FieldSchema } from '../api/catalogue.js';
import { isProblem, offline, type ApiProblem, type FieldProblem } from '../api/problem.js';
import { useRecording } from '../api/records.js';
import { useAccount } from '../api/session-store.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { today } from '../as-of/as-of.js';
import { useLanguage } from '../words/language.js';
import { keepsDrafts } from './drafts.js';
import type { FormContext } from './form-context.js';
import { formSchema, sendingOf } from './form-schema.js';
import { layoutOf } from './layout.js';
import { readForm } from './read-form.js';
import { typedGroup, withTyped, type Typed, type TypedGroup } from './typed.js';
import { useDraft, useKeeping } from './use-draft.js';

export type Values = Readonly<Record<string, unknown>>;

export interface RecordFormInput {
  readonly command: CommandCard;
  /** The object in the command's path; asked for in the form where it is not given. */
  readonly objectId?: string | undefined;
  /** Values to begin with. */
  readonly initial?: Values | undefined;
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

interface Outcome {
  readonly problems: readonly FieldProblem[];
  readonly refusal?: ApiProblem;
  /** Counts the tries, so that each answer is gone to. */
  readonly attempt: number;
}

const NOTHING: Outcome = { problems: [], attempt: 0 };
const within = (pointer: string, at: string) => pointer === at || pointer.startsWith(`${at}/`);

/** What a form of one command holds, checks and sends. */
export function useRecordForm({
  command,
  objectId,
  initial,
  isCopy = false,
  fixed = {},
  hidden = [],
  complete = (all) => all,
  revision,
}: RecordFormInput) {
  const catalogue = useCatalogue();
  const language = useLanguage();
  const account = useAccount();
  const recording = useRecording();
  const formId = useId();
  const schema = formSchema(catalogue, command, objectId);
  const draft = useDraft(keepsDrafts(catalogue, command), command.name, objectId);
  const begun = () => beginning(command, schema.properties?.effectiveOn !== undefined, { ...initial }, language, schema);
  const [typed, setTyped] = useState<TypedGroup>(() => (!isCopy && draft.found?.typed) || begun());
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState(NOTHING);
  useKeeping(draft, typed, touched.size > 0);

  const asksAgency = command.creates && (account?.agencyIds === 'all' || (account?.agencyIds.length ?? 0) > 1);
  const layout = layoutOf(schema, { hidden: new Set([...Object.keys(fixed), ...hidden]), asksAgency });
  const asked = new Set([...layout.main, ...layout.details, ...layout.basis].map(({ field }) => field));
  const read = readForm(onlyAsked(schema, asked), typed, language);
  const values: Values = { ...read.values, ...fixed };

  const context: FormContext = {
    language,
    typed,
    idOf: (pointer) => `${formId}${pointer}`,
    problemAt: (pointer) => outcome.problems.find((problem) => problem.pointer === pointer)?.detail,
    isCopied: (pointer) => isCopy && initial?.[pointer.split('/')[1]!] !== undefined && !touched.has(pointer.split('/')[1]!),
    type: (pointer: string, value: Typed) => {
      const path = pointer.split('/').slice(1);
      setTyped((before) => withTyped(before, path, value) as TypedGroup);
      setTouched((before) => new Set([...before, path[0]!]));
      setOutcome(({ problems, ...rest }) => ({
        ...rest,
        problems: problems.filter((problem) => !within(problem.pointer, pointer)),
      }));
    },
  };

  const fail = (problems: readonly FieldProblem[], refusal?: ApiProblem) =>
    setOutcome(({ attempt }) => ({ problems, attempt: attempt + 1, ...(refusal && { refusal }) }));

  const send = async (ifMatch = revision): Promise<Receipt | undefined> => {
    if (recording.isPending) return undefined;
    if (read.problems.length > 0) return void fail(read.problems);
    if (!window.navigator.onLine) {
      draft.keep(typed, true);
      return void fail([], offline());
    }
    try {
      const receipt = await recording.mutateAsync({
        ...sendingOf(command, complete(values), objectId),
        ...(ifMatch !== undefined && { ifMatch }),
      });
      draft.drop();
      setTouched(new Set());
      setOutcome(NOTHING);
      return receipt;
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.status === 0) draft.keep(typed, true);
      const problems = placed(error, asked);
      return void fail(problems, problems.length > 0 ? undefined : error);
    }
  };

  const restart = () => {
    draft.drop();
    setTyped(begun());
    setTouched(new Set());
    setOutcome(NOTHING);
  };
  return {
    layout,
    context,
    values,
    read,
    outcome,
    draft,
    send,
    restart,
    isBusy: recording.isPending,
    category: command.category,
  };
}

/** Problems are told in the order in which the fields stand. */
const onlyAsked = (schema: FieldSchema, asked: ReadonlySet<string>): FieldSchema => ({
  ...schema,
  properties: Object.fromEntries([...asked].map((field) => [field, schema.properties![field]!])),
  required: (schema.required ?? []).filter((field) => asked.has(field)),
});

export type RecordForm = ReturnType<typeof useRecordForm>;

/** Facts are mostly recorded on their day; what was held or opened elsewhere has a day of its own, which nobody should overlook. */
function beginning(
  { creates }: CommandCard,
  hasDay: boolean,
  initial: Values,
  language: FormContext['language'],
  schema: FieldSchema,
): TypedGroup {
  const day = hasDay && !creates && initial.effectiveOn === undefined ? { effectiveOn: today() } : {};
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
