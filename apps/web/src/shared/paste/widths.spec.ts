import { widthsOf } from './widths.js';

it('gives a column what its first rows need, within reason', () => {
  const rows = [
    { id: 1, cells: ['HTX Rau sạch Ánh Mai', '1', 'x'.repeat(300)] },
    { id: 2, cells: ['HTX', '2', ''] },
  ];
  const [name, short, long] = widthsOf(['Tên', 'Nữ', 'Lý do'], rows);
  expect(name).toBeGreaterThan(150);
  expect(short).toBe(90);
  expect(long).toBe(320);
});
