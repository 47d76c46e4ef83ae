import type { FieldSchema } from '../../api/catalogue.js';
import { useForm } from '../form-context.js';
import { labelOf } from '../labels.js';
import { asText, type Typed } from '../typed.js';
import classes from '../forms.module.css';

export interface InputProps {
  readonly field: string;
  readonly schema: FieldSchema;
  /** JSON pointer of its value in the body. */
  readonly pointer: string;
  readonly required: boolean;
  readonly typed: Typed | undefined;
}

/** What all inputs of one line hand to their control. */
export function useInput({ field, schema, pointer, required, typed }: InputProps) {
  const form = useForm();
  const label = labelOf(schema, field, form.language);
  const error = form.problemAt(pointer);
  return {
    form,
    label,
    text: asText(typed),
    type: (value: Typed) => form.type(pointer, value),
    control: {
      id: form.idOf(pointer),
      label,
      error,
      withAsterisk: required,
      'aria-required': required || undefined,
      'aria-invalid': error !== undefined || undefined,
      'data-pointer': pointer,
      classNames: { input: form.isCopied(pointer) ? classes.copied : undefined },
    },
  };
}
