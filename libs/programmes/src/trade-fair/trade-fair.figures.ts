import type { Metric } from '@soquy/kernel';

/**
 * Each is asked per kind of fair by the dimension `activityKind`. Participations are turns (lượt) of supported organisations;
 * enterprises are whoever shows goods; the two are told apart and never added together (domain.md P4, P5).
 */
export const tradeFairFigures = {
  'fair.events': {
    kind: 'sum',
    unit: 'event',
    words: { vi: 'Số hội chợ, phiên chợ, hội nghị, triển lãm', en: 'Fairs, markets, meetings and exhibitions' },
  },
  'fair.participations': {
    kind: 'sum',
    unit: 'turn',
    words: { vi: 'Lượt HTX, THT tham gia', en: 'Participations of organisations' },
  },
  'fair.organisations': {
    kind: 'distinct',
    key: 'organisation',
    over: 'fair.participations',
    unit: 'organisation',
    words: { vi: 'Số tổ chức khác nhau đã tham gia', en: 'Different organisations that took part' },
  },
  'fair.enterprises': {
    kind: 'sum',
    unit: 'organisation',
    words: { vi: 'Số doanh nghiệp tham gia', en: 'Enterprises taking part' },
  },
  'fair.stalls': { kind: 'sum', unit: 'stall', words: { vi: 'Số gian hàng', en: 'Stalls' } },
  'fair.products': { kind: 'sum', unit: 'product', words: { vi: 'Số loại sản phẩm trưng bày', en: 'Products on show' } },
  'fair.visitors': { kind: 'sum', unit: 'visit', words: { vi: 'Lượt khách', en: 'Visits' } },
  'fair.revenue': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Doanh thu tại hội chợ, phiên chợ', en: 'Sales at fairs and markets' },
  },
  'fair.contracts': {
    kind: 'sum',
    unit: 'count',
    words: { vi: 'Hợp đồng, biên bản ghi nhớ đã ký', en: 'Contracts and memoranda signed' },
  },
  'fair.cost': { kind: 'sum', unit: 'vnd', words: { vi: 'Kinh phí xúc tiến thương mại', en: 'Cost of trade promotion' } },
} as const satisfies Record<string, Metric>;
