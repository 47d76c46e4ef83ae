import type { FieldSchema } from '../api/catalogue.js';
import { readForm } from './read-form.js';
import { typedGroup } from './typed.js';

const words = (vi: string) => ({ 'x-words': { vi, en: vi } });
const count: FieldSchema = { type: 'integer', minimum: 0, maximum: 1_000, 'x-unit': 'count' };
const day: FieldSchema = { type: 'string', format: 'date', 'x-unit': 'day' };

const schema: FieldSchema = {
  type: 'object',
  required: ['title', 'kind', 'effectiveOn'],
  properties: {
    title: { type: 'string', minLength: 3, maxLength: 200, ...words('Tên lớp') },
    kind: { type: 'string', enum: ['craft', 'management'], ...words('Loại lớp') },
    effectiveOn: { ...day, ...words('Ngày') },
    costVnd: { type: 'integer', minimum: 1, 'x-unit': 'vnd', ...words('Kinh phí') },
    rateBasisPoints: {
      type: 'integer',
      minimum: 0,
      maximum: 10_000,
      'x-unit': 'basisPoints',
      ...words('Lãi suất (điểm cơ bản/năm)'),
    },
    learners: {
      type: 'object',
      'x-unit': 'quantity',
      ...words('Người học'),
      required: ['value'],
      properties: { value: count, qualifier: { type: 'string' }, valueTo: count },
    },
    evidence: {
      type: 'object',
      ...words('Căn cứ'),
      required: ['documentNumber'],
      properties: {
        documentNumber: { type: 'string', minLength: 1, maxLength: 100, ...words('Số văn bản') },
        issuedOn: { ...day, ...words('Ngày ban hành') },
      },
    },
    balances: {
      type: 'array',
      maxItems: 2,
      ...words('Số dư'),
      items: {
        type: 'object',
        required: ['amountVnd'],
        properties: { amountVnd: { type: 'integer', 'x-unit': 'vnd', ...words('Số tiền') } },
      },
    },
    women: { ...count, ...words('Nữ') },
    taxCode: {
      type: 'string',
      pattern: '^\\d{10}$',
      'x-pattern-words': { vi: 'phải là 10 chữ số', en: 'must be 10 digits' },
      ...words('Mã số thuế'),
    },
    slug: { type: 'string', pattern: '^[a-z]+$', ...words('Tên ngắn') },
    noBadDebt: { type: 'boolean', ...words('Không nợ xấu') },
    budgetYear: { type: 'integer', minimum: 1990, maximum: 2100, 'x-unit': 'year', ...words('Năm') },
  },
};

const whole = { title: 'Đan lục bình', kind: 'craft', effectiveOn: '19/04/2026' };
const read = (typed: object) => readForm(schema, { ...whole, ...typed } as never, 'vi');
const wrong = (typed: object) => read(typed).problems.map(({ pointer, detail }) => `${pointer} ${detail}`);

it('reads what was typed as the API takes it', () => {
  const typed = {
    costVnd: '67,175tr',
    rateBasisPoints: '6,6',
    learners: { value: '40', qualifier: 'over' },
    evidence: { documentNumber: ' 12/QĐ ', issuedOn: '' },
    balances: [{ amountVnd: '1 tỷ' }],
    noBadDebt: 'false',
    budgetYear: '2026',
  };
  expect(read(typed)).toEqual({
    problems: [],
    values: {
      title: 'Đan lục bình',
      kind: 'craft',
      effectiveOn: '2026-04-19',
      costVnd: 67_175_000,
      rateBasisPoints: 660,
      learners: { value: 40, qualifier: 'over' },
      evidence: { documentNumber: '12/QĐ' },
      balances: [{ amountVnd: 1_000_000_000 }],
      noBadDebt: false,
      budgetYear: 2026,
    },
  });
});

it('leaves out what is blank, nested things too', () => {
  expect(read({ evidence: { documentNumber: '  ' }, learners: { value: '', qualifier: 'about' }, women: '' }).values).toEqual({
    title: 'Đan lục bình',
    kind: 'craft',
    effectiveOn: '2026-04-19',
  });
});

it.each<[object, string]>([
  [{ title: '' }, '/title Tên lớp: chưa có.'],
  [{ title: 'ab' }, '/title Tên lớp: phải dài từ 3 đến 200 ký tự.'],
  [{ kind: 'other' }, '/kind Loại lớp: phải là một trong các lựa chọn.'],
  [{ effectiveOn: '31/02/2026' }, '/effectiveOn Ngày: phải là một ngày có thật dạng dd/mm/yyyy, từ 1900 đến 2199.'],
  [{ effectiveOn: '01/01/2200' }, '/effectiveOn Ngày: phải là một ngày có thật dạng dd/mm/yyyy, từ 1900 đến 2199.'],
  [{ costVnd: '0' }, '/costVnd Kinh phí: không được nhỏ hơn 1.'],
  [{ costVnd: 'nhiều' }, '/costVnd Kinh phí: phải là số tiền, ví dụ 285tr, 1,2 tỷ hoặc 285.000.000.'],
  [{ rateBasisPoints: '101' }, '/rateBasisPoints Lãi suất (%/năm): không được lớn hơn 100.'],
  [{ evidence: { issuedOn: '01/01/2026' } }, '/evidence/documentNumber Số văn bản: chưa có.'],
  [{ learners: { value: '30', qualifier: 'range', valueTo: '' } }, '/learners/valueTo Người học: chưa có.'],
  [{ learners: { value: '30', qualifier: 'range', valueTo: '20' } }, '/learners/valueTo Người học: không được nhỏ hơn giá trị.'],
  [{ balances: [{ amountVnd: '1' }, { amountVnd: '' }] }, '/balances/1/amountVnd Số tiền: chưa có.'],
  [{ balances: [{ amountVnd: 'x' }] }, '/balances/0/amountVnd Số tiền: phải là số tiền, ví dụ 285tr, 1,2 tỷ hoặc 285.000.000.'],
  [{ balances: [{ amountVnd: '1' }, { amountVnd: '1' }, { amountVnd: '1' }] }, '/balances Số dư: chỉ nhận nhiều nhất 2 phần tử.'],
  [{ women: '1,5' }, '/women Nữ: phải là số nguyên.'],
  [{ taxCode: '123' }, '/taxCode Mã số thuế: phải là 10 chữ số.'],
  [{ slug: '123' }, '/slug Tên ngắn: không đúng dạng cho phép.'],
  [{ budgetYear: '26' }, '/budgetYear Năm: phải là một năm.'],
])('says what is wrong with %j', (typed, problem) => {
  expect(wrong(typed)).toEqual([problem]);
});

it('types a value so that it is read again as it was', () => {
  const values = {
    title: 'Đan lục bình',
    kind: 'craft',
    effectiveOn: '2026-04-19',
    costVnd: 67_175_000,
    rateBasisPoints: 655,
    learners: { value: 3, qualifier: 'range', valueTo: 5 },
    balances: [{ amountVnd: 5 }],
    noBadDebt: true,
    budgetYear: 2026,
    evidence: { documentNumber: '1', issuedOn: '2026-01-31' },
  };
  expect(readForm(schema, typedGroup(schema, { ...values, unknown: 1 }, 'vi'), 'vi')).toEqual({ values, problems: [] });
  expect(typedGroup(schema, values, 'vi')).toMatchObject({ costVnd: '67.175.000', budgetYear: '2026', rateBasisPoints: '6,55' });
});
