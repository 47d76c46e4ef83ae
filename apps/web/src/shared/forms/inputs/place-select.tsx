import { Select } from '@mantine/core';
import { foldText } from '@soquy/kernel';
import { today } from '../../as-of/as-of.js';
import { readDay } from '../../format/days.js';
import { useScreenWords } from '../../words/screen-words.js';
import { formWords } from '../forms.words.js';
import { placeNamed, placesOn } from '../places.js';
import { asText } from '../typed.js';
import { usePlaceMaps } from '../use-place-maps.js';
import { useInput, type InputProps } from './input-props.js';

const collator = new Intl.Collator('vi');

/** A province by the name and code of the day the fact happened: the codes changed their meaning on 01/07/2025. */
export function PlaceSelect(props: InputProps) {
  const words = useScreenWords(formWords);
  const { control, text, type, form } = useInput(props);
  const maps = usePlaceMaps();
  const day = readDay(asText(form.typed.effectiveOn)) ?? today();
  const places = [...placesOn(maps, day)].sort((a, b) => collator.compare(a.name, b.name));
  const chosen = places.some(({ code }) => code === text) ? undefined : placeNamed(maps, text);
  return (
    <Select
      {...control}
      value={text || null}
      data={[...places, ...(chosen ? [chosen] : [])].map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': words.clear }}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && foldText(option.label).includes(foldText(search.trim())))
      }
      placeholder={words.find}
      nothingFoundMessage={words.findNothing}
      onChange={(value) => type(value ?? '')}
    />
  );
}
