import { TextInput } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import { exactMoney } from '../../format/money.js';
import { amountInWords } from '../amount-words.js';
import { readMoney } from '../amounts.js';
import { useInput, type InputProps } from './input-props.js';

/** "285tr", "1,2 tỷ", "285.000.000": says back the amount to the đồng and in words, and spells it out once one leaves it. */
export function MoneyInput(props: InputProps) {
  const { control, text, type, form } = useInput(props);
  const { language } = form;
  const vnd = readMoney(text, language);
  const echo = vnd === undefined ? undefined : `= ${exactMoney(vnd, language)} · ${amountInWords(vnd, language)}`;
  return (
    <TextInput
      {...control}
      value={text}
      inputMode="text"
      autoComplete="off"
      placeholder={language === 'vi' ? '285tr' : '285m'}
      description={echo}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => vnd !== undefined && type(numberText(vnd, language))}
    />
  );
}
