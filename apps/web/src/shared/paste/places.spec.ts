import { PlaceNames } from './places.js';
import { samplePlaces } from './sample.js';

const BEFORE = '2025-06-30';
const SINCE = '2025-07-01';

it('takes a name as the province it was on the day', () => {
  expect(samplePlaces.read('tỉnh Bắc Giang', BEFORE)).toEqual({ code: 'TCTK63:24' });
  expect(samplePlaces.read('bac ninh', BEFORE)).toEqual({ code: 'TCTK63:27' });
  expect(samplePlaces.read('BẮC NINH', SINCE)).toEqual({ code: 'QD19-2025:24' });
});

it('says what an old province is since it went into another', () => {
  const moved = { code: 'QD19-2025:24', name: 'Bắc Ninh', since: SINCE };
  expect(samplePlaces.read('Bắc Giang', SINCE)).toEqual({ moved });
  expect(samplePlaces.read('TCTK63:24', '2026-05-04')).toEqual({ moved });
  expect(samplePlaces.codeOf('Bắc Giang', SINCE)).toBeUndefined();
});

it('reads a day before the first list by that list, as the API does', () => {
  expect(samplePlaces.codeOf('Trà Vinh', '1999-01-01')).toBe('TCTK63:84');
});

it('knows no name and no code that no list has, nor a code of a later list', () => {
  for (const [cell, day] of [
    ['Nơi Nào', SINCE],
    ['QD19-2025:99', SINCE],
    ['QD19-2025:24', BEFORE],
    ['', SINCE],
  ] as const)
    expect([cell, samplePlaces.read(cell, day)]).toEqual([cell, undefined]);
  expect(new PlaceNames([]).read('Trà Vinh', SINCE)).toBeUndefined();
});

it.each(['TP.HCM', 'TP HCM', 'TPHCM', 'Tp. Hồ Chí Minh', 'thành phố Hồ Chí Minh', 'Ho Chi Minh City'])(
  'finds a city however it is written: %s',
  (written) => {
    const provinces = [{ code: '79', name: 'Hồ Chí Minh' }];
    expect(new PlaceNames([{ codeSystem: 'A', validFrom: '2008-08-01', provinces }]).codeOf(written, SINCE)).toBe('A:79');
  },
);

it('compares places of before and after a merger as what they are now', () => {
  expect(['TCTK63:24', 'TCTK63:27', 'QD19-2025:24', 'X:1'].map((code) => samplePlaces.latest(code))).toEqual([
    'QD19-2025:24',
    'QD19-2025:24',
    'QD19-2025:24',
    'X:1',
  ]);
});
