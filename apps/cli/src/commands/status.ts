import type { SliceStatus } from '@soquy/read-models';
import { argumentsOf, type Called, type Run } from '../command.js';
import { table } from '../figures/table.js';
import { features } from '@soquy/product';
import { withHouse } from '../house.js';
import { isProjected } from '../level.js';
import { numberText } from '../text.js';

/** How far log and read rows are; a slice that has stopped is a failed check. */
export const run: Run = async (args, called) => {
  const { values } = argumentsOf(args, {});
  const { print } = called;
  const { head, projected, slices } = await withHouse(called, async ({ store, readSide, databaseUrl }) => ({
    projected: await isProjected(databaseUrl),
    head: (await store.head()) ?? null,
    slices: await readSide.status(),
  }));
  if (values.json) print(JSON.stringify({ head, projected, slices }, undefined, 2));
  else statusLines({ head, projected, slices }, called).forEach(print);
  return slices.some(({ state }) => state === 'stopped') ? 1 : 0;
};

interface Found {
  readonly head: string | null;
  readonly projected: boolean;
  readonly slices: readonly SliceStatus[];
}

const TEXTS = {
  vi: {
    head: 'Sổ ghi đến',
    projected: 'Có chương trình đang cập nhật bảng số liệu',
    yes: 'có',
    no: 'không',
    columns: ['Bảng', 'Trạng thái', 'Đến', 'Chậm (giây)', 'Ghi chú'],
    states: { running: 'đang chạy', stopped: 'ĐANG DỪNG', rebuilding: 'cần dựng lại' },
    none: 'chưa dựng',
    skipped: 'đã bỏ qua',
  },
  en: {
    head: 'Log up to',
    projected: 'A program keeps the read rows level',
    yes: 'yes',
    no: 'no',
    columns: ['Slice', 'State', 'Up to', 'Behind (s)', 'Note'],
    states: { running: 'running', stopped: 'STOPPED', rebuilding: 'to be rebuilt' },
    none: 'not built',
    skipped: 'passed over',
  },
} as const;

function statusLines({ head, projected, slices }: Found, { language }: Called): string[] {
  const texts = TEXTS[language];
  const rows = features.map(({ noun }) => {
    const found = slices.find(({ slice }) => slice === noun);
    if (!found) return [noun, texts.none, '', '', ''];
    const { state, position, lagSeconds, failure, skipped } = found;
    const failed = failure ? `${failure.type} ${failure.stream}: ${failure.message}` : '';
    const passed = skipped.length > 0 ? `${texts.skipped}: ${skipped.length}` : '';
    const note = [failed, passed].filter(Boolean).join('; ');
    return [noun, texts.states[state], position ?? '–', numberText(Math.round(lagSeconds), language), note];
  });
  return [
    `${texts.head}: ${head ?? '–'}`,
    `${texts.projected}: ${projected ? texts.yes : texts.no}`,
    ...table(texts.columns, rows, new Set([3])),
  ];
}
