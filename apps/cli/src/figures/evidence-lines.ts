import { dayText, figureText, instantText, numberText, toldNumber, type Language } from '@soquy/kernel';
import { type EntryItem, type Evidence, type FoldItem, type KeyItem, type Part } from '@soquy/boards';
import { asOfLine } from './figure-lines.js';
import { table } from './table.js';

/** What stands behind a figure, for a terminal. */
export function evidenceLines(evidence: Evidence, language: Language): string[] {
  const { words, metric, formula, items, parts, next, meta } = evidence;
  const more = { vi: '… còn nữa: dùng --json hoặc tải CSV qua API', en: '… there is more: use --json, or CSV over the API' }[
    language
  ];
  return [
    `${words[language]} (${metric})`,
    `  ${figureText(evidence, language)}`,
    `  ${formula[language]}`,
    ...(parts ? partLines(parts, language) : []),
    ...(items ? itemLines(items, language) : []),
    ...(next === undefined ? [] : [more]),
    verdict(evidence, language),
    asOfLine(meta, language),
  ];
}

function verdict({ matches, recomputed, method }: Evidence, language: Language): string {
  if (matches === null) return method[language];
  const told = recomputed === null ? { vi: 'chưa rõ', en: 'not known' }[language] : numberText(recomputed, language);
  if (language === 'vi') return `Tính lại: ${told} — ${matches ? 'khớp' : 'LỆCH'}. ${method.vi}`;
  return `Recomputed: ${told} — ${matches ? 'agrees' : 'DIFFERS'}. ${method.en}`;
}

const SIGNS = { plus: '+', minus: '−', numerator: '', denominator: '/' } as const;

const partLines = (parts: readonly Part[], language: Language): string[] =>
  parts.map((part) => `  ${SIGNS[part.role]} ${part.words[language]}: ${figureText(part, language)}  (${part.figureId})`);

function itemLines(items: NonNullable<Evidence['items']>, language: Language): string[] {
  const head = HEADS[language];
  const [first] = items;
  if (first === undefined) return [];
  if ('eventId' in first)
    return table(
      head.entries,
      (items as readonly EntryItem[]).map((item) => entryCells(item, language)),
      new Set([4]),
    );
  if ('figureId' in first) return table(head.keys, (items as readonly KeyItem[]).map(keyCells), new Set([2]));
  return table(
    head.objects,
    (items as readonly FoldItem[]).map((item) => objectCells(item, language)),
    new Set([2, 3]),
  );
}

const HEADS = {
  vi: {
    entries: ['Phát sinh', 'Ghi nhận', 'Đối tượng', 'Sự kiện', 'Số', 'Văn bản'],
    keys: ['Mã', 'Tên', 'Số bút toán'],
    objects: ['Mã', 'Tên', 'Đo được', 'Số sự kiện'],
  },
  en: {
    entries: ['Effective', 'Recorded', 'Object', 'Event', 'Number', 'Paper'],
    keys: ['Code', 'Title', 'Entries'],
    objects: ['Code', 'Title', 'Measures', 'Events'],
  },
} as const;

function entryCells(item: EntryItem, language: Language): string[] {
  const told = toldNumber(
    { value: item.value, qualifier: item.qualifier as 'exact', ...(item.valueTo !== undefined && { valueTo: item.valueTo }) },
    language,
  );
  const paper = (item.evidence as { documentNumber?: string } | undefined)?.documentNumber ?? '';
  const object = item.object.code ?? item.object.id;
  return [dayText(item.effectiveOn), instantText(item.recordedAt), object, item.words[language], told, paper];
}

const keyCells = ({ key, object, entries }: KeyItem): string[] => [
  object?.code ?? key ?? '–',
  object?.title ?? '',
  String(entries),
];

const objectCells = ({ object, value, events }: FoldItem, language: Language): string[] => [
  object.code ?? object.id,
  object.title ?? '',
  numberText(value, language),
  String(events.length),
];
