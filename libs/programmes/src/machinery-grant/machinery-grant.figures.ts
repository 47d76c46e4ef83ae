import type { Metric } from '@soquy/kernel';

/**
 * A project, its support and its investment count from the acceptance (nghiệm thu): only then does the machine stand and are
 * the amounts final. Approvals and money paid are counted on their own days beside them. The share is computed from the sums
 * asked for, a single project's when asked for one (domain.md K6, EX-16).
 */
export const machineryGrantFigures = {
  'grant.projects': {
    kind: 'sum',
    unit: 'project',
    words: { vi: 'Số đề án máy móc đã nghiệm thu', en: 'Machinery projects accepted' },
  },
  'grant.support': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Kinh phí khuyến công hỗ trợ máy móc', en: 'Support for machinery, less what was taken back' },
  },
  'grant.investment': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Tổng vốn đầu tư của đề án máy móc', en: 'Investment of machinery projects' },
  },
  'grant.share': {
    kind: 'ratio',
    of: 'grant.support',
    per: 'grant.investment',
    unit: 'percent',
    words: { vi: 'Tỷ lệ hỗ trợ trên tổng vốn đầu tư', en: 'Support per investment' },
  },
  'grant.approved': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Kinh phí máy móc đã phê duyệt', en: 'Machinery support approved' },
  },
  'grant.paid': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Kinh phí máy móc đã tạm ứng, thanh toán', en: 'Machinery support advanced and paid' },
  },
  'grant.recovered': {
    kind: 'sum',
    unit: 'vnd',
    words: { vi: 'Kinh phí máy móc đã thu hồi', en: 'Machinery support recovered' },
  },
} as const satisfies Record<string, Metric>;
