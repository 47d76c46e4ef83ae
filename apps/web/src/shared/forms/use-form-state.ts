import { useId, useState } from 'react';
import type { ApiProblem, FieldProblem } from '../api/problem.js';
import { useLanguage } from '../words/language.js';
import { pathOfPointer, type FormContext } from './form-context.js';
import { withTyped, type Typed, type TypedGroup } from './typed.js';

export interface Outcome {
  readonly problems: readonly FieldProblem[];
  /** They were found here, before anything was sent. */
  readonly isOwn?: boolean;
  readonly refusal?: ApiProblem;
  /** Counts the tries, so that each answer is gone to. */
  readonly attempt: number;
}

const NOTHING: Outcome = { problems: [], attempt: 0 };
const within = (pointer: string, at: string) => pointer === at || pointer.startsWith(`${at}/`);

/** What stands in a form, which of it was touched, and what was last said about it. */
export function useFormState(found: TypedGroup | undefined, begin: () => TypedGroup, copied: object | undefined) {
  const language = useLanguage();
  const formId = useId();
  const [typed, setTyped] = useState<TypedGroup>(() => found ?? begin());
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState(NOTHING);
  const context: FormContext = {
    language,
    typed,
    idOf: (pointer) => `${formId}${pointer}`,
    problemAt: (pointer) => outcome.problems.find((problem) => problem.pointer === pointer)?.detail,
    isCopied: (pointer) => {
      const field = pathOfPointer(pointer)[0]!;
      return copied !== undefined && field in copied && !touched.has(field);
    },
    type: (pointer: string, value: Typed) => {
      const path = pathOfPointer(pointer);
      setTyped((before) => withTyped(before, path, value) as TypedGroup);
      setTouched((before) => new Set([...before, path[0]!]));
      setOutcome(({ problems, ...rest }) => ({ ...rest, problems: problems.filter((each) => !within(each.pointer, pointer)) }));
    },
  };
  return {
    context,
    outcome,
    isTouched: touched.size > 0,
    /** Types what goes without saying; it counts as nothing that somebody typed. */
    fill: (group: TypedGroup) => setTyped((before) => ({ ...before, ...group })),
    fail: (problems: readonly FieldProblem[], refusal?: ApiProblem) =>
      setOutcome(({ attempt }) => ({ problems, attempt: attempt + 1, ...(refusal && { refusal }) })),
    failHere: (problems: readonly FieldProblem[]) =>
      setOutcome(({ attempt }) => ({ problems, isOwn: true, attempt: attempt + 1 })),
    settle: () => {
      setTouched(new Set());
      setOutcome(NOTHING);
    },
    restart: () => {
      setTyped(begin());
      setTouched(new Set());
      setOutcome(NOTHING);
    },
  };
}
