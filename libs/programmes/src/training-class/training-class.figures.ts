import type { Metric } from '@soquy/kernel';

/** Persons and attendance turns are different measures and never added together (domain.md P4). */
export const trainingClassFigures = {
  'training.classes': { kind: 'sum', unit: 'class', words: { vi: 'Số lớp đã tổ chức', en: 'Classes held' } },
  'training.learners': { kind: 'sum', unit: 'learner', words: { vi: 'Số học viên', en: 'Learners' } },
  'training.turns': { kind: 'sum', unit: 'turn', words: { vi: 'Lượt người học', en: 'Attendance turns' } },
  'training.women': { kind: 'sum', unit: 'learner', words: { vi: 'Học viên nữ', en: 'Women among the learners' } },
  'training.womenTurns': { kind: 'sum', unit: 'turn', words: { vi: 'Lượt nữ học', en: 'Turns of women' } },
  'training.senders': {
    kind: 'sum',
    unit: 'turn',
    words: { vi: 'Lượt tổ chức cử học viên', en: 'Organisations sending learners, once for each class' },
  },
  'training.organisations': {
    kind: 'distinct',
    key: 'organisation',
    over: 'training.senders',
    unit: 'organisation',
    words: { vi: 'Số tổ chức khác nhau đã cử học viên', en: 'Different organisations that sent learners' },
  },
  'training.cost': { kind: 'sum', unit: 'vnd', words: { vi: 'Kinh phí đào tạo, tập huấn', en: 'Cost of training' } },
} as const satisfies Record<string, Metric>;
