import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { RegisterAgency } from './agency.commands.js';
import { agency } from './agency.decider.js';
import { agencyEvents, type AgencyEvent } from './agency.events.js';

const given = scenario(agency, agencyEvents, occasion({ objectId: 'tra-vinh' }));
const details = { agencyId: 'tra-vinh', name: 'Sở Công Thương tỉnh Trà Vinh', kind: 'department', place: 'TCTK63:84' } as const;
const registered: AgencyEvent = { type: 'AgencyRegistered', data: { ...details, registeredOn: '2016-01-04' } };
const wish = { ...details, effectiveOn: '2016-01-04' };

describe('an agency', () => {
  it('is registered once: the same again is nothing, anything else is refused', () => {
    given().when('RegisterAgency', wish).then(registered);
    given(registered).when('RegisterAgency', wish).thenNothing();
    for (const other of [
      { name: 'Sở Khác' },
      { kind: 'fund' as const },
      { place: 'QD19-2025:86' },
      { effectiveOn: '2016-01-05' },
    ])
      given(registered)
        .when('RegisterAgency', { ...wish, ...other })
        .thenRefused('AlreadyRegistered', { agencyId: 'tra-vinh', registeredOn: '2016-01-04' });
  });

  it('is renamed, not before it was registered', () => {
    const rename = { agencyId: 'tra-vinh', name: 'Sở Công Thương tỉnh Vĩnh Long', effectiveOn: '2025-07-01' };
    const renamed: AgencyEvent = {
      type: 'AgencyRenamed',
      data: { agencyId: 'tra-vinh', name: rename.name, renamedOn: '2025-07-01' },
    };
    given(registered).when('RenameAgency', rename).then(renamed);
    given(registered, renamed).when('RenameAgency', rename).thenNothing();
    given(registered)
      .when('RenameAgency', { ...rename, effectiveOn: '2016-01-03' })
      .thenRefused('BeforeRegistration', { registeredOn: '2016-01-04' });
  });

  it('must have an id, and one that can stand in an address', async () => {
    const wrongFields = async (fields: object) =>
      (await validate(plainToInstance(RegisterAgency, { ...wish, ...fields }))).map(({ property }) => property);
    expect(await wrongFields({})).toEqual([]);
    for (const agencyId of [undefined, '', 'Trà Vinh', 'tra_vinh', '-tra', 'tra--vinh', 7])
      expect([agencyId, await wrongFields({ agencyId })]).toEqual([agencyId, ['agencyId']]);
  });
});
