import { foldText } from './text.js';

describe('text as searches compare it', () => {
  it('is blind to accents, đ and case, however the letters were composed', () => {
    expect(foldText('Đào tạo nghề ĐAN LÁT')).toBe('dao tao nghe dan lat');
    expect(foldText('Đào tạo'.normalize('NFD'))).toBe(foldText('Đào tạo'.normalize('NFC')));
    expect(foldText('Hòa') === foldText('Hoà')).toBe(true);
  });

  it('leaves figures and signs of codes as they are', () => {
    expect(foldText('LH-2026-0045')).toBe('lh-2026-0045');
  });
});
