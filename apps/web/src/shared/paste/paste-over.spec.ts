import { batchOf, withOutcomes, type Batch } from './batch.js';
import { readClipboard } from './clipboard.js';
import { pasteOver } from './paste-over.js';
import { sampleColumns } from './sample.js';

const batch = batchOf(readClipboard('Tên HTX\tSố thành viên\nMột\t1\nHai\t2\nBa\t3\nBốn\t4'), sampleColumns, () => false, 'b1');
const all = () => batch.rows.map(({ id }) => id);
const cellsOf = ({ rows }: Batch) => rows.map(({ cells }) => cells.join('|'));

describe('cells pasted over a table', () => {
  it('lengthen it by what reaches beyond its last row, so that nothing pasted is lost', () => {
    const after = pasteOver(batch, { row: 3, column: 0, shown: all }, [['A'], ['B'], ['C', '9'], ['']]);
    expect(cellsOf(after)).toEqual(['Một|1', 'Hai|2', 'A|3', 'B|4', 'C|9', '|']);
    expect(after.rows.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(after.left).toEqual({ 6: { why: 'blank' } });
  });

  it('widen it by what reaches beyond its last column, which holds nothing until somebody says what', () => {
    const after = pasteOver(batch, { row: 1, column: 1, shown: all }, [['7', 'Trà Vinh']]);
    expect(cellsOf(after)).toEqual(['Một|7|Trà Vinh', 'Hai|2|', 'Ba|3|', 'Bốn|4|']);
    expect([after.headings.length, after.mapping]).toEqual([3, ['/name', '/members', null]]);
  });

  it('go into the rows that are seen, not into those hidden between them', () => {
    const after = pasteOver(batch, { row: 2, column: 0, shown: () => [2, 4] }, [['A'], ['B']]);
    expect(cellsOf(after)).toEqual(['Một|1', 'A|2', 'Ba|3', 'B|4']);
    const vanished = pasteOver(batch, { row: 1, column: 0, shown: () => [3] }, [['A'], ['B']]);
    expect(cellsOf(vanished)).toEqual(['A|1', 'Hai|2', 'B|3', 'Bốn|4']);
  });

  it('leave what is recorded as it is', () => {
    const recorded = { ...batch, recorded: { 2: { objectId: 'o2' } } };
    expect(cellsOf(pasteOver(recorded, { row: 1, column: 0, shown: all }, [['A'], ['B']])).slice(0, 2)).toEqual(['A|1', 'Hai|2']);
  });
});

describe('a step back after rows were added', () => {
  const longer = pasteOver(batch, { row: 4, column: 0, shown: all }, [['A'], ['B', '5'], ['C', '6']]);

  it('keeps those that were recorded, and takes the others with what was said of them', () => {
    const now = { ...longer, recorded: { 5: { objectId: 'o5' } }, refused: { 6: 'no' } };
    const back = withOutcomes(batch, now)!;
    expect(cellsOf(back)).toEqual(['Một|1', 'Hai|2', 'Ba|3', 'Bốn|4', 'B|5']);
    expect([back.recorded, back.refused]).toEqual([{ 5: { objectId: 'o5' } }, {}]);
  });
});
