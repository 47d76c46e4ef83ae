import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useSay } from '../../words/language.js';
import { useScreenWords } from '../../words/screen-words.js';
import { fieldKind } from '../field-kind.js';
import { formWords } from '../forms.words.js';
import { useInput, type InputProps } from './input-props.js';

export function TextField(props: InputProps) {
  const { control, text, type } = useInput(props);
  return <TextInput {...control} value={text} autoComplete="off" onChange={(event) => type(event.currentTarget.value)} />;
}

export function LongTextField(props: InputProps) {
  const { control, text, type } = useInput(props);
  return <Textarea {...control} value={text} autosize minRows={2} onChange={(event) => type(event.currentTarget.value)} />;
}

/** Numbers that are no money: typed as text, so that the office's own marks are understood. */
export function NumberField(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type } = useInput(props);
  const kind = fieldKind(props.schema);
  const isPercent = kind === 'percent' || kind === 'basisPoints';
  const unit = isPercent ? '%' : props.schema['x-unit'] === 'months' ? words.months : undefined;
  return (
    <TextInput
      {...control}
      value={text}
      inputMode={isPercent ? 'decimal' : 'numeric'}
      autoComplete="off"
      rightSection={unit && <span aria-hidden="true">{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : isPercent ? 32 : 64}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

export function ChoiceField(props: InputProps) {
  const say = useSay();
  const words = useScreenWords(formWords);
  const { control, text, type } = useInput(props);
  const named = props.schema['x-enum-words'] ?? {};
  const choices = (props.schema.enum ?? []).map((value) => ({ value, label: named[value] ? say(named[value]) : value }));
  return (
    <NativeSelect
      {...control}
      value={text}
      data={[{ value: '', label: words.choose }, ...choices]}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** Yes, no, or not said: what nobody said is not recorded as no. */
export function FlagField(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type } = useInput(props);
  const choices = [
    { value: '', label: words.choose },
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  return <NativeSelect {...control} value={text} data={choices} onChange={(event) => type(event.currentTarget.value)} />;
}
