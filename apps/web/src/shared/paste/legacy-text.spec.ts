import { legacyFont, repaired, toUnicode } from './legacy-text.js';

describe('text typed in fonts of before Unicode', () => {
  it.each([
    ['TrÇn V¨n §øc', 'Trần Văn Đức'],
    ['NguyÔn ThÞ ¸nh', 'Nguyễn Thị ánh'],
    ['Hîp t¸c x· n«ng nghiÖp Suèi Trong', 'Hợp tác xã nông nghiệp Suối Trong'],
    ['Phïng Quèc H­ng', 'Phùng Quốc Hưng'],
    ['Lª ThÞ T­¬i', 'Lê Thị Tươi'],
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Hîp t¸c x· dÞch vô tæng hîp Th¹nh Hßa', 'Hợp tác xã dịch vụ tổng hợp Thạnh Hòa'],
    ['Tæ hîp t¸c trång cam huyÖn B¾c Quang', 'Tổ hợp tác trồng cam huyện Bắc Quang'],
    ['§µo t¹o nghÒ ®an l¸t, mÊy tre ®an xuÊt khÈu', 'Đào tạo nghề đan lát, mấy tre đan xuất khẩu'],
    ['HîP T¸C X· N¤NG NGHIÖP', 'HỢP TÁC XÃ NÔNG NGHIỆP'],
    ['Quü tÝn dông nh©n d©n x· Thuû Nguyªn', 'Quỹ tín dụng nhân dân xã Thuỷ Nguyên'],
  ])('reads TCVN3: %s', (typed, meant) => {
    expect(legacyFont(typed)).toBe('TCVN3');
    expect(toUnicode(typed, 'TCVN3')).toBe(meant);
  });

  it.each([
    ['Traàn Vaên Ñöùc', 'Trần Văn Đức'],
    ['Hôïp taùc xaõ noâng nghieäp', 'Hợp tác xã nông nghiệp'],
    ['NGUYEÃN THÒ AÙNH', 'NGUYỄN THỊ ÁNH'],
    ['Ngöôøi', 'Người'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Hôïp taùc xaõ dòch vuï toång hôïp Thaïnh Hoøa', 'Hợp tác xã dịch vụ tổng hợp Thạnh Hòa'],
    ['Toå hôïp taùc troàng böôûi da xanh huyeän Caøng Long', 'Tổ hợp tác trồng bưởi da xanh huyện Càng Long'],
    ['Lôùp truyeàn ngheà ñan laùt luïc bình', 'Lớp truyền nghề đan lát lục bình'],
  ])('reads VNI: %s', (typed, meant) => {
    expect(legacyFont(typed)).toBe('VNI');
    expect(toUnicode(typed, 'VNI')).toBe(meant);
  });

  it.each([
    'Trần Văn Đức',
    'Hoà Bình',
    'khoá',
    'Cà Mau',
    'HTX Ánh Mai',
    'Lê Ước',
    'Thuý',
    '25 °C',
    'Điều 5 §2',
    'Xã Đông Hà · Quảng Trị',
    '',
  ])('leaves Unicode alone: %s', (text) => expect(legacyFont(text)).toBeUndefined());

  it('takes cells that tell nothing by themselves along with their row', () => {
    expect(
      repaired([
        ['TrÇn V¨n §øc', 'Thóy'],
        ['HTX Ánh Mai', 'Tân An'],
        ['Nguyễn Văn Ưng', 'Hoà'],
      ]),
    ).toEqual([
      ['Trần Văn Đức', 'Thúy'],
      ['HTX Ánh Mai', 'Tân An'],
      ['Nguyễn Văn Ưng', 'Hoà'],
    ]);
  });

  it('takes all of a table along in which nothing is Unicode', () => {
    expect(repaired([['TrÇn V¨n §øc'], ['NguyÔn V¨n Nam'], ['Thóy'], ['Lª ThÞ T­¬i']])).toEqual([
      ['Trần Văn Đức'],
      ['Nguyễn Văn Nam'],
      ['Thúy'],
      ['Lê Thị Tươi'],
    ]);
  });

  it('changes nothing where there is nothing to repair', () => {
    const rows = [['HTX Ánh Mai', 'Tân An'], ['']];
    expect(repaired(rows)).toBe(rows);
  });
});
