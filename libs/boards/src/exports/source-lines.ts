import type { Words } from '@soquy/kernel';
import type { ExportRow } from '@soquy/platform';
import type { Tally } from '../formats/file-bytes.js';
import type { Cell } from '../formats/format.js';
import type { Basis } from './table.js';

const EVERY_AGENCY: Words = { vi: 'mọi đơn vị', en: 'every agency' };
const BELONGS_TO_ALL: Words = { vi: 'dùng chung', en: 'shared by all' };

/** What a workbook says of itself: what was asked, as of when, and where it can be checked. */
export function sourceLines(
  { id, origin, form: { language } }: Pick<ExportRow, 'id' | 'origin' | 'form'>,
  { title, address, evidence, agencies, meta }: Basis,
  names: ReadonlyMap<string, string>,
  { rows, cut }: Tally,
): (readonly [label: Words, value: Cell])[] {
  const named = agencies === 'all' ? EVERY_AGENCY[language] : agencies.map((agency) => withName(agency, names)).join('; ');
  const all: (readonly [Words, Cell] | undefined)[] = [
    [{ vi: 'Nội dung', en: 'Content' }, title[language]],
    [{ vi: 'Đơn vị', en: 'Agency' }, named || BELONGS_TO_ALL[language]],
    meta.effectiveFrom === undefined ? undefined : [{ vi: 'Từ ngày', en: 'From' }, meta.effectiveFrom],
    [{ vi: 'Đến ngày', en: 'To' }, meta.effectiveTo],
    [{ vi: 'Ghi nhận đến', en: 'Recorded until' }, meta.knownAt.instant ?? '–'],
    [{ vi: 'Vị trí trong sổ', en: 'Position in the log' }, meta.knownAt.position],
    meta.stale ? [{ vi: 'Lưu ý', en: 'Note' }, STALE[language]] : undefined,
    [{ vi: 'Số dòng', en: 'Rows' }, rows],
    cut === 0 ? undefined : [{ vi: 'Ô bị cắt vì quá dài', en: 'Cells cut because they are too long' }, cut],
    [{ vi: 'Câu hỏi', en: 'Question' }, `${origin}${address}`],
    [{ vi: 'Bằng chứng', en: 'Evidence' }, `${origin}${evidence}`],
    [{ vi: 'Bản kê có mã SHA-256', en: 'Manifest with the SHA-256' }, `${origin}/api/v1/exports/${id}`],
  ];
  return all.filter((line) => line !== undefined);
}

const STALE: Words = {
  vi: 'Bảng đọc chưa kịp đến vị trí được yêu cầu.',
  en: 'The read tables had not reached the position asked for.',
};

const withName = (agency: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(agency);
  return name === undefined ? agency : `${name} (${agency})`;
};
