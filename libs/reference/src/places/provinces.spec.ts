import { publishedPlaceMaps } from '../published/provinces.js';
import { nameKey, sameName } from './names.js';
import { codeTraps, oldProvincesOf, parsePlace, provinceName, provinceOf, provincesNamed } from './provinces.js';

const [old, now] = publishedPlaceMaps.map(({ codeSystem, provinces }) =>
  provinces.map(({ code }) => `${codeSystem}:${code}`),
) as [string[], string[]];

describe('the map of 63 and of 34 provinces', () => {
  it('has 63 units, then 34, each code once, 11 of them unchanged', () => {
    expect([new Set(old).size, new Set(now).size]).toEqual([63, 34]);
    expect(now.filter((place) => provinceOf(place, 'TCTK63') !== undefined)).toHaveLength(11);
  });

  it('takes every old province whole into one new', () => {
    expect(now.flatMap(oldProvincesOf).sort()).toEqual([...old].sort());
    for (const place of old) expect(oldProvincesOf(provinceOf(place, 'QD19-2025')!)).toContain(place);
  });

  it('EX-21: Trà Vinh of 2020 is compared with Vĩnh Long of 2026 through Bến Tre, Trà Vinh and Vĩnh Long of 2020', () => {
    expect(provinceOf('TCTK63:84', 'QD19-2025')).toBe('QD19-2025:86');
    expect(oldProvincesOf('QD19-2025:86').map(provinceName)).toEqual(['Bến Tre', 'Trà Vinh', 'Vĩnh Long']);
    expect(provinceOf('QD19-2025:86', 'TCTK63')).toBeUndefined();
    expect(provinceOf('TCTK63:84', 'TCTK63')).toBe('TCTK63:84');
  });

  it.each([
    ['TCTK63:94', 'QD19-2025:92', 'Cần Thơ'],
    ['TCTK63:45', 'QD19-2025:44', 'Quảng Trị'],
    ['TCTK63:20', 'QD19-2025:20', 'Lạng Sơn'],
    ['TCTK63:24', 'QD19-2025:24', 'Bắc Ninh'],
  ])('%s is now %s, %s', (place, today, name) => {
    expect([provinceOf(place, 'QD19-2025'), provinceName(today)]).toEqual([today, name]);
  });

  it('knows the seven codes that changed their meaning, and refuses a code without its system', () => {
    expect(codeTraps()).toEqual(['15', '24', '44', '52', '80', '82', '91']);
    expect([provinceName('TCTK63:24'), provinceName('QD19-2025:24')]).toEqual(['Bắc Giang', 'Bắc Ninh']);
    for (const wrong of ['24', 'TCTK63:99', 'QD19-2025:84', 'GSO:24', 'TCTK63:24:1', '', ':'])
      expect([wrong, parsePlace(wrong), provinceOf(wrong, 'QD19-2025')]).toEqual([wrong, undefined, undefined]);
  });
});

describe('names of places', () => {
  it('are the same wherever the tone is written, in either form of Unicode, with or without the kind of unit', () => {
    expect(sameName('Hòa Bình', 'Hoà Bình')).toBe(true);
    expect(sameName('tỉnh Khánh Hoà', 'Khánh Hòa'.normalize('NFD'))).toBe(true);
    expect(sameName('TP. Hồ Chí Minh', 'Thành phố Hồ Chí Minh')).toBe(true);
    expect(sameName('Bà Rịa-Vũng Tàu', 'Bà Rịa – Vũng Tàu')).toBe(true);
  });

  it('differ by tone, by Đ and by the marks of vowels', () => {
    for (const [one, other] of [
      ['Hòa', 'Hóa'],
      ['Đông', 'Dong'],
      ['Đông', 'Dông'],
      ['Cần Thơ', 'Cần Tho'],
      ['Hà Nam', 'Hà Nội'],
    ])
      expect([one, other, sameName(one!, other!)]).toEqual([one, other, false]);
    expect(new Set(old.map((place) => nameKey(provinceName(place)!))).size).toBe(63);
  });

  it('find old and new units', () => {
    expect(provincesNamed('Hoà Bình')).toEqual(['TCTK63:17']);
    expect(provincesNamed('tỉnh Thanh Hoá')).toEqual(['TCTK63:38', 'QD19-2025:38']);
    expect(provincesNamed('Bắc Ninh')).toEqual(['TCTK63:27', 'QD19-2025:24']);
    expect(provincesNamed('Thừa Thiên – Huế')).toEqual(['TCTK63:46', 'QD19-2025:46']);
    expect(provincesNamed('Đắc Nông')).toEqual(['TCTK63:67']);
    expect(provincesNamed('Sài Gòn')).toEqual([]);
  });
});
