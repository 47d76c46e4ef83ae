import { createContext, useContext } from 'react';
import type { Language } from '@soquy/kernel';
import type { Typed, TypedGroup } from './typed.js';

/** What every input of a form knows of the form. */
export interface FormContext {
  readonly language: Language;
  readonly typed: TypedGroup;
  readonly idOf: (pointer: string) => string;
  readonly problemAt: (pointer: string) => string | undefined;
  /** Its value was copied from elsewhere and not touched yet. */
  readonly isCopied: (pointer: string) => boolean;
  /** What the value it began with was taken from, and how much that is. */
  readonly sourceOf?: (pointer: string) => string | undefined;
  readonly type: (pointer: string, value: Typed) => void;
}

const context = createContext<FormContext | undefined>(undefined);
export const FormProvider = context.Provider;

export function useForm(): FormContext {
  const form = useContext(context);
  if (!form) throw new Error('assertion: an input of a form stands outside of one');
  return form;
}

export const pathOfPointer = (pointer: string): readonly string[] => pointer.split('/').slice(1);
