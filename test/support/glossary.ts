import type { Words } from '@soquy/kernel';
import { kernelEvents } from '@soquy/kernel';
import { corrections, type Feature } from '@soquy/platform';
import { crossFigures } from '@soquy/programmes';
import { features } from '@soquy/product';
import { roleWords } from '../../libs/platform/src/catalogue/role-words.js';
import { eventWords } from '../../libs/boards/src/facts.js';
import { commonChoices, commonFields } from '../../libs/platform/src/http/field-words.js';
import { terms } from './glossary-terms.js';

/** What writes the page anew. */
export const COMMAND = 'GLOSSARY=write npx jest test/architecture/glossary.spec.ts';

const HEAD = `# Từ điển thuật ngữ · Glossary

One concept, one word in each language, one name in the code. Generated from the texts of all slices and from
\`test/support/glossary-terms.ts\`; do not edit it here. \`${COMMAND}\` writes it; a test fails while it is out of date.`;

type Row = readonly [kind: string, words: Words, identifier: string];

/** The whole page. */
export function glossary(): string {
  const sections = [
    HEAD,
    '## Thuật ngữ chính · Main terms',
    ...Object.entries(terms).map(([subject, rows]) =>
      section(
        `### ${subject}`,
        rows.map(([vi, en, identifier]) => [{ vi, en }, identifier]),
      ),
    ),
    section('## Vai trò · Roles', worded(roleWords)),
    section('## Trường chung · Fields of every recording', worded(commonFields)),
    section('## Mức chính xác của một số · How exactly a number is known', worded(commonChoices.qualifier)),
    '## Nghiệp vụ · What is recorded',
    ...features.map(sliceSection),
    kinds('### Đính chính và giữ chỗ · Corrections and reservations', [
      ...rowsOf('sự kiện · event', kernelWords()),
      ...rowsOf('lệnh · command', corrections.texts.commands),
      ...rowsOf('trường · field', corrections.texts.fields),
    ]),
    kinds('### Số liệu chung · Figures over several kinds of support', rowsOf('số liệu · figure', figureWords(crossFigures))),
  ];
  return `${sections.join('\n\n')}\n`;
}

function sliceSection({ noun, decider, texts, figures }: Feature): string {
  return kinds(`### ${texts.plural.vi} · ${texts.plural.en}`, [
    ['tên · name', texts.name, decider.category],
    ['danh sách · list', texts.plural, noun],
    ...rowsOf('lệnh · command', texts.commands),
    ...rowsOf('sự kiện · event', texts.events),
    ...rowsOf('trường · field', { ...texts.fields, ...texts.parts }),
    ...Object.values(texts.choices ?? {}).flatMap((words) => rowsOf('giá trị · value', words)),
    ...rowsOf('tình trạng · status', texts.statuses),
    ...rowsOf('số liệu · figure', figureWords(figures)),
  ]);
}

const rowsOf = (kind: string, words: Readonly<Record<string, Words>>): Row[] =>
  Object.entries(words).map(([identifier, text]) => [kind, text, identifier]);

const figureWords = (figures: Readonly<Record<string, { readonly words: Words }>>) =>
  Object.fromEntries(Object.entries(figures).map(([name, { words }]) => [name, words]));

/** Events that stand in any object's stream are no slice's own. */
const kernelWords = () =>
  Object.fromEntries(
    Object.keys(kernelEvents).map((type) => [type, eventWords({ feature: () => undefined } as never, '', type)]),
  );

const worded = (words: Readonly<Record<string, Words>>) =>
  Object.entries(words).map(([identifier, text]) => [text, identifier] as const);

const section = (heading: string, rows: readonly (readonly [Words, string])[]) =>
  table(
    heading,
    ['Tiếng Việt', 'English', 'Identifier'],
    rows.map(([{ vi, en }, identifier]) => [vi, en, `\`${identifier}\``]),
  );

const kinds = (heading: string, rows: readonly Row[]) =>
  table(
    heading,
    ['Loại · Kind', 'Tiếng Việt', 'English', 'Identifier'],
    rows.map(([kind, { vi, en }, identifier]) => [kind, vi, en, `\`${identifier}\``]),
  );

function table(heading: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [heading, '', line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
