import { Text } from '@mantine/core';
import { unitText, type FigureNumbers, type Words } from '@soquy/kernel';
import type { ListItem } from '../api/answers.js';
import type { Catalogue, KindCard } from '../api/catalogue.js';
import { showDay } from '../format/days.js';
import { FactText, ReferenceText } from '../timeline/fact-text.js';
import { ruleInForce } from '../rules/rule-in-force.js';
import { fieldWords, unitBeside } from '../timeline/fact-meaning.js';
import type { Column } from '../ui/data-table.js';
import { ObjectLink } from '../ui/object-link.js';
import { StatusBadge } from '../ui/status-badge.js';
import { tellsCode } from '../ui/title-words.js';
import type { wordsIn } from '../words/screen-words.js';
import type { objectWords } from './objects.words.js';

interface Given {
  readonly catalogue: Catalogue;
  readonly kind: KindCard;
  readonly items: readonly ListItem[];
  readonly say: (words: Words) => string;
  readonly words: ReturnType<typeof wordsIn<typeof objectWords>>;
  /** The day that the list is looked at for. */
  readonly day: string;
}

/** Amounts a list shows first where a kind has several. */
const AMOUNTS = ['costVnd', 'approvedSupportVnd', 'requestedSupportVnd', 'allocatedVnd', 'amountVnd', 'budgetVnd'];

/** Columns of any kind: what all objects have, and the first amount and count of this kind. */
export function objectColumns({ catalogue, kind, items, say, words, day }: Given): readonly Column<ListItem>[] {
  const has = (field: string) => items.some(({ data }) => data[field] !== undefined);
  const amount = AMOUNTS.find(has);
  const count = Object.keys(kind.fields).find((field) => items.some(({ data }) => isQuantity(data[field])));
  const name = (field: string) => say(fieldWords(catalogue, kind.category, field));
  // Where titles begin with the code, as with legal documents, a column of codes says it twice.
  const tell = items.filter(({ title, code }) => tellsCode(title, code)).length;
  return [
    ...(tell > items.length / 2 ? [] : [codeColumn(words.code)]),
    {
      id: 'title',
      heading: words.title,
      cell: (item) => <ObjectLink link={{ ...item, noun: kind.noun }} />,
      sortBy: ({ title }) => title,
    },
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
      sortBy: ({ statusWords }) => say(statusWords),
    },
    ...(items.some(({ id, organisation }) => organisation && organisation !== id)
      ? [organisationColumn(words.organisation)]
      : []),
    ...(items.some(({ place }) => place) ? [placeColumn(kind, words.place)] : []),
    ...(has('versions') ? [inForceColumn(catalogue, kind, words.inForce, day)] : []),
    ...(count ? [countColumn(kind, count, name(count), say)] : []),
    ...(amount ? [amountColumn(kind, amount, name(amount))] : []),
    {
      id: 'day',
      heading: words.day,
      cell: ({ effectiveFrom }) => showDay(effectiveFrom),
      sortBy: ({ effectiveFrom }) => effectiveFrom,
      isNumber: true,
    },
  ];
}

const codeColumn = (heading: string): Column<ListItem> => ({
  id: 'code',
  heading,
  cell: ({ code }) => <span style={{ whiteSpace: 'nowrap' }}>{code}</span>,
  sortBy: ({ code }) => code,
  isMinor: true,
});

const isQuantity = (value: unknown) => typeof value === 'object' && value !== null && 'value' in value && !Array.isArray(value);

const organisationColumn = (heading: string): Column<ListItem> => ({
  id: 'organisation',
  heading,
  cell: ({ organisation }) => organisation && <ReferenceText noun="organisations" id={organisation} />,
});

const placeColumn = ({ category }: KindCard, heading: string): Column<ListItem> => ({
  id: 'place',
  heading,
  isMinor: true,
  cell: ({ place }) => place && <FactText category={category} field="place" value={place} />,
});

const amountColumn = ({ category, noun }: KindCard, field: string, heading: string): Column<ListItem> => ({
  id: 'amount',
  heading,
  isNumber: true,
  sortBy: ({ data }) => Number(data[field] ?? -1),
  cell: ({ id, data }) =>
    data[field] !== undefined && (
      <FactText category={category} field={field} value={data[field]} of={{ noun, id, path: field }} />
    ),
});

/** Of a rule: the value that counts on the day. */
const inForceColumn = (catalogue: Catalogue, { category, noun }: KindCard, heading: string, day: string): Column<ListItem> => ({
  id: 'in-force',
  heading,
  isNumber: true,
  cell: ({ id, code, data }) => {
    const inForce = ruleInForce(data, day);
    if (!inForce) return '–';
    const unit = unitBeside(catalogue, { ruleId: code });
    return <FactText category={category} field="value" value={inForce.value} of={{ noun, id, path: inForce.path }} unit={unit} />;
  },
});

/** How those counted are called. */
const COUNTED: Readonly<Record<string, 'learner' | 'turn'>> = { persons: 'learner', turns: 'turn' };

/** Persons and turns are never one column without saying which. */
function countColumn({ category, noun }: KindCard, field: string, heading: string, say: Given['say']): Column<ListItem> {
  return {
    id: 'count',
    heading,
    isNumber: true,
    isMinor: true,
    sortBy: ({ data }) => (data[field] as { value?: number } | undefined)?.value ?? -1,
    cell: ({ id, data }) => {
      const unit = typeof data.countBasis === 'string' ? COUNTED[data.countBasis] : undefined;
      if (!isQuantity(data[field])) return null;
      const counted = unit && { ...(data[field] as FigureNumbers), unit };
      return (
        <>
          <FactText category={category} field={field} value={data[field]} of={{ noun, id, path: field }} />
          {counted && (
            <Text span size="xs" c="dimmed">
              {' '}
              {say({ vi: unitText(counted, 'vi'), en: unitText(counted, 'en') })}
            </Text>
          )}
        </>
      );
    },
  };
}
