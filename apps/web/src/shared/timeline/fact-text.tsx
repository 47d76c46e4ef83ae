import { useQuery } from '@tanstack/react-query';
import { numberText, type Language, type Qualifier } from '@soquy/kernel';
import type { ObjectAnswer } from '../api/answers.js';
import { get } from '../api/client.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { FactNumber } from '../figures/fact-number.js';
import { valueExact, type NumberUnit } from '../figures/number-units.js';
import { showDay } from '../format/days.js';
import { placeNamed } from '../forms/places.js';
import { usePlaceMaps } from '../forms/use-place-maps.js';
import { ObjectLink } from '../ui/object-link.js';
import { useLanguage, useSay } from '../words/language.js';
import { factsToShow, fieldWords, meaningOf, unitBeside, type Meaning } from './fact-meaning.js';

/** The object a value was recorded in; its numbers then open to their events. */
export interface FactOwner {
  readonly noun: string;
  readonly id: string;
  /** The event it was recorded by, where the value is one of that event and not of the object. */
  readonly event?: string;
  /** Field of that data; without it the events are found by the value. */
  readonly path?: string;
}

interface Props {
  readonly category: string;
  readonly field: string;
  readonly value: unknown;
  readonly of?: FactOwner | undefined;
  /** Of numbers, where what stands beside them tells it. */
  readonly unit?: NumberUnit | undefined;
}

const FLAGS = { true: { vi: 'Có', en: 'Yes' }, false: { vi: 'Không', en: 'No' } };
const NAMES_STAY_MS = 300_000;

/** A recorded value in a line of text. */
export function FactText({ category, field, value, of, unit }: Props) {
  const say = useSay();
  const catalogue = useCatalogue();
  const label = say(fieldWords(catalogue, category, field));
  const meaning = meaningOf(catalogue, category, field, value, unit);
  switch (meaning.is) {
    case 'number':
      return <NumberText value={meaning.value} unit={meaning.unit} label={label} of={of} />;
    case 'quantity':
      return <QuantityText meaning={meaning} label={label} of={of} />;
    case 'day':
      return showDay(meaning.value);
    case 'words':
      return say(meaning.value);
    case 'flag':
      return say(FLAGS[`${meaning.value}`]);
    case 'reference':
      return <ReferenceText noun={meaning.noun} id={meaning.id} />;
    case 'place':
      return <PlaceText code={meaning.code} />;
    case 'list':
      return <ListText category={category} field={field} items={meaning.value} of={of} unit={unit} />;
    case 'group':
      return <GroupText category={category} value={meaning.value} of={of} />;
    default:
      return meaning.value;
  }
}

interface NumberProps {
  readonly value: number;
  readonly unit: NumberUnit;
  readonly label: string;
  readonly of?: FactOwner | undefined;
}

/** A year names, it does not count; all other numbers open to their events. */
function NumberText({ value, unit, label, of }: NumberProps) {
  const language = useLanguage();
  if (unit === 'year') return String(value);
  if (!of) return unit === 'count' ? numberText(value, language) : valueExact(value, unit, language);
  return <FactNumber {...of} value={value} unit={unit} label={label} />;
}

const QUALIFIERS: Readonly<Record<Exclude<Qualifier, 'exact' | 'range'>, Readonly<Record<Language, string>>>> = {
  over: { vi: 'hơn ', en: 'over ' },
  almost: { vi: 'gần ', en: 'almost ' },
  about: { vi: 'khoảng ', en: 'about ' },
};

function QuantityText({
  meaning,
  label,
  of,
}: {
  meaning: Extract<Meaning, { is: 'quantity' }>;
  label: string;
  of?: FactOwner | undefined;
}) {
  const language = useLanguage();
  const { value, valueTo, qualifier = 'exact' } = meaning.value;
  const part = (name: string) => of && { ...of, ...(of.path !== undefined && { path: `${of.path}.${name}` }) };
  return (
    <>
      {qualifier !== 'exact' && qualifier !== 'range' && QUALIFIERS[qualifier][language]}
      <NumberText value={value} unit={meaning.unit} label={label} of={part('value')} />
      {valueTo !== undefined && (
        <>
          {' – '}
          <NumberText value={valueTo} unit={meaning.unit} label={label} of={part('valueTo')} />
        </>
      )}
    </>
  );
}

/** Another object by its name; its id only where it may not be read: nobody knows a thing by its id. */
export function ReferenceText({ noun, id }: { readonly noun: string; readonly id: string }) {
  const { data, isPending } = useQuery({
    queryKey: ['named', noun, id],
    queryFn: ({ signal }) => get<ObjectAnswer>(`/api/v1/${noun}/${encodeURIComponent(id)}`, {}, signal),
    staleTime: NAMES_STAY_MS,
  });
  if (isPending) return <span aria-hidden>…</span>;
  return <ObjectLink link={{ id, noun, code: data?.code ?? null, title: data?.title ?? null }} isInText />;
}

function PlaceText({ code }: { readonly code: string }) {
  const place = placeNamed(usePlaceMaps(), code);
  return place ? <span title={code}>{place.name}</span> : code;
}

interface ListProps extends Omit<Props, 'value'> {
  readonly items: readonly unknown[];
}

function ListText({ category, field, items, of, unit }: ListProps) {
  const isPlain = items.every((item) => typeof item !== 'object');
  const parts = items.map((item, index) => {
    const owner = of && { ...of, ...(of.path !== undefined && { path: `${of.path}.${index}` }) };
    return <FactText key={index} category={category} field={field.replace(/Ids$/, 'Id')} value={item} of={owner} unit={unit} />;
  });
  if (isPlain) return parts.map((part, index) => [index > 0 && ', ', part]);
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {parts.map((part) => (
        <li key={part.key}>{part}</li>
      ))}
    </ul>
  );
}

interface GroupProps extends Pick<Props, 'category' | 'of'> {
  readonly value: Readonly<Record<string, unknown>>;
}

/** The parts of a nested value, each with its name. */
function GroupText({ category, value, of }: GroupProps) {
  const say = useSay();
  const catalogue = useCatalogue();
  const unit = unitBeside(catalogue, value);
  return factsToShow(category, value).map(([part, of_], index) => (
    <span key={part}>
      {index > 0 && ' · '}
      <span style={{ color: 'var(--soquy-muted)' }}>{say(fieldWords(catalogue, category, part))}:</span>{' '}
      <FactText
        category={category}
        field={part}
        value={of_}
        unit={unit}
        of={of && { ...of, ...(of.path !== undefined && { path: `${of.path}.${part}` }) }}
      />
    </span>
  ));
}
