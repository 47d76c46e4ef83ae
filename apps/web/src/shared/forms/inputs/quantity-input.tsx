import { Group, Input, NativeSelect, TextInput } from '@mantine/core';
import { QUALIFIERS } from '@soquy/kernel';
import { useSay } from '../../words/language.js';
import { useScreenWords } from '../../words/screen-words.js';
import classes from '../forms.module.css';
import { formWords } from '../forms.words.js';
import { asGroup, asText } from '../typed.js';
import { useInput, type InputProps } from './input-props.js';
import { writtenQuantity } from './written-quantity.js';

/** A count as the office knows it: exact, over, almost, about, or from one to another; also typed in one go. */
export function QuantityInput(props: InputProps) {
  const words = useScreenWords(formWords);
  const say = useSay();
  const { control, label, form, type } = useInput(props);
  const { pointer, schema } = props;
  const group = asGroup(props.typed);
  const qualifier = asText(group.qualifier) || 'exact';
  const named = schema.properties?.qualifier?.['x-enum-words'] ?? {};
  const errors = [pointer, `${pointer}/value`, `${pointer}/qualifier`, `${pointer}/valueTo`].map(form.problemAt);
  const put = (part: object) => type({ ...group, ...part });
  const typeValue = (text: string) => put({ value: text, ...writtenQuantity(text) });
  const { id, classNames } = control;
  const shared = { classNames: { input: `${classes.count} ${classNames.input ?? ''}` }, inputMode: 'text' as const };
  return (
    <Input.Wrapper
      label={label}
      labelProps={{ htmlFor: form.idOf(`${pointer}/value`) }}
      withAsterisk={props.required}
      error={errors.find((error) => error)}
      id={id}
    >
      <Group gap={6} wrap="nowrap">
        <NativeSelect
          aria-label={`${label}: ${schema.properties?.qualifier?.['x-words'] ? say(schema.properties.qualifier['x-words']) : ''}`}
          id={form.idOf(`${pointer}/qualifier`)}
          value={qualifier}
          w={130}
          data={QUALIFIERS.map((value) => ({ value, label: named[value] ? say(named[value]) : value }))}
          onChange={(event) => put({ qualifier: event.currentTarget.value })}
        />
        <TextInput
          {...shared}
          flex={1}
          miw={60}
          id={form.idOf(`${pointer}/value`)}
          aria-invalid={errors.some((error) => error) || undefined}
          value={asText(group.value)}
          onChange={(event) => typeValue(event.currentTarget.value)}
        />
        {qualifier === 'range' && (
          <TextInput
            {...shared}
            flex={1}
            miw={60}
            id={form.idOf(`${pointer}/valueTo`)}
            aria-label={`${label}: ${words.to}`}
            placeholder={words.to}
            value={asText(group.valueTo)}
            onChange={(event) => put({ valueTo: event.currentTarget.value })}
          />
        )}
      </Group>
    </Input.Wrapper>
  );
}
