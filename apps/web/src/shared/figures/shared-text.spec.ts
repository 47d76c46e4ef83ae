import { linkTo, messageText } from './shared-text.js';

describe('what is copied', () => {
  it('is plain text', () => {
    const text = messageText({
      title: 'Dư nợ gốc',
      scope: ['Quỹ Sóc Trăng'],
      number: '5 đ',
      dates: 'đến 31/12',
      link: 'https://x',
    });
    expect(text).toBe('Dư nợ gốc · Quỹ Sóc Trăng\n5 đ\nđến 31/12\nhttps://x');
  });

  it('is an address with both dates, whatever the page had', () => {
    const link = linkTo('https://x.vn/fund?to=2020-01-01&unit=ty', { figureId: 'abc', to: '2026-11-21', known: 'p-1' });
    expect(link).toBe('https://x.vn/fund?to=2026-11-21&unit=ty&known=p-1&figure=abc');
    expect(linkTo('https://x.vn/fund', { figureId: 'abc', to: '2026-11-21', known: '' })).toBe(
      'https://x.vn/fund?to=2026-11-21&figure=abc',
    );
  });
});
