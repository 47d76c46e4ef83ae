import { Problem } from '@soquy/platform';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ChangeOrganisationDetails } from './organisation.commands.js';

const organisationId = '5f0c2f0e-6f3a-4b0e-9d59-0a6a3f1b7c11';
const wrongWith = (taxCode: unknown) =>
  Problem.invalid(
    validateSync(plainToInstance(ChangeOrganisationDetails, { organisationId, effectiveOn: '2026-03-05', taxCode })),
    () => ({ vi: 'Mã số thuế', en: 'Tax code' }),
  ).extra.errors;

it.each(['2100123456', '2100123456-001', '084123456789'])('takes the tax code %s', (taxCode) => {
  expect(wrongWith(taxCode)).toEqual([]);
});

it.each(['210012345', '21001234567', '2100123456001', '2100123456-01', '2100 123456', 'abc'])(
  'says how a tax code is written where it is %s',
  (taxCode) => {
    expect(wrongWith(taxCode)).toEqual([
      {
        pointer: '/taxCode',
        code: 'matches',
        detail: {
          vi: expect.stringMatching(/^Mã số thuế: phải là 10 chữ số, 10 chữ số rồi “-” và 3 chữ số .*, hoặc 12 chữ số .*\.$/),
          en: expect.stringMatching(/^Tax code: must be 10 digits, 10 digits with “-” and 3 more .*, or 12 digits .*\.$/),
        },
      },
    ]);
  },
);
