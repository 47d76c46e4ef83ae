import type { Metric } from '@soquy/kernel';
import type { Organisation } from './organisation.decider.js';

/**
 * Registered: a flow, those that came onto the books within the period. Active and suspended: standing amounts at a day, measured
 * on each organisation as it was then, so that a move to another sector or place, or a fact recorded late, is never counted
 * twice (domain.md S5: active = total without the suspended; the dissolved belong to neither).
 */
export const organisationFigures = {
  'organisation.registered': {
    kind: 'sum',
    unit: 'organisation',
    words: { vi: 'Số tổ chức đăng ký mới', en: 'Organisations registered' },
  },
  'organisation.active': {
    kind: 'fold',
    unit: 'organisation',
    category: 'organisation',
    measure: (row: Organisation) => (row.status === 'active' ? 1 : 0),
    words: { vi: 'Số tổ chức đang hoạt động', en: 'Organisations in operation' },
  },
  'organisation.suspended': {
    kind: 'fold',
    unit: 'organisation',
    category: 'organisation',
    measure: (row: Organisation) => (row.status === 'suspended' ? 1 : 0),
    words: { vi: 'Số tổ chức tạm ngừng kinh doanh', en: 'Organisations suspended' },
  },
} as const satisfies Record<string, Metric>;
