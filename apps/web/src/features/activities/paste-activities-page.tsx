import { daysBetween, isDay } from '@soquy/kernel';
import { useSearch } from '@tanstack/react-router';
import type { ListItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import type { Synonyms } from '../../shared/paste/columns.js';
import type { Sameness, Values } from '../../shared/paste/duplicates.js';
import { PasteSheet } from '../../shared/paste/paste-sheet.js';
import { Page } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { BudgetLeft } from './budget-left.js';
import { pasteActivityWords } from './paste-activities.words.js';

const SYNONYMS: Synonyms = {
  headings: {
    '/title': ['Tên lớp', 'Nội dung', 'Lớp', 'Tên khóa học', 'Nội dung đào tạo', 'Class', 'Course'],
    '/kind': ['Loại lớp', 'Loại', 'Hình thức'],
    '/effectiveOn': ['Ngày bế giảng', 'Ngày tổ chức', 'Ngày kết thúc', 'Đến ngày', 'Ngày', 'Held on', 'To'],
    '/startedOn': ['Ngày khai giảng', 'Từ ngày', 'Ngày bắt đầu', 'From'],
    '/learners': ['Số học viên', 'Học viên', 'Số lao động', 'Số người', 'Số lượng', 'Learners'],
    '/women': ['Nữ', 'Số nữ', 'Lao động nữ', 'Women'],
    '/countBasis': ['Cách đếm', 'Người hay lượt'],
    '/costVnd': ['Kinh phí', 'Kinh phí hỗ trợ', 'Số tiền', 'Chi phí', 'Cost'],
    '/place': ['Địa bàn', 'Tỉnh', 'Địa điểm', 'Place', 'Province'],
    '/evidence/documentNumber': ['Số quyết định', 'Số QĐ', 'Văn bản', 'Căn cứ'],
  },
  values: {
    '/kind': {
      'Tập huấn': 'management',
      'Quản lý': 'management',
      'Truyền nghề': 'craft',
      'Đào tạo nghề': 'craft',
      'Dạy nghề': 'craft',
      'Nâng cao tay nghề': 'craft',
      'Bồi dưỡng': 'refresher',
    },
    '/countBasis': { Lượt: 'turns', 'Lượt người': 'turns', Người: 'persons' },
  },
};

const NEAR_DAYS = 7;
const agrees = (a: unknown, b: unknown) => a === undefined || b === undefined || a === b;
const isNear = (a: unknown, b: unknown) =>
  typeof a !== 'string' || typeof b !== 'string' || !isDay(a) || !isDay(b) || Math.abs(daysBetween(a, b)) <= NEAR_DAYS;

/** Classes of nearly the same title within a week; on the same day at the same place they are told as the same. */
const SAMENESS: Sameness = {
  name: 'title',
  alike: (a, b) => isNear(a.effectiveOn, b.effectiveOn) && agrees(a.place, b.place),
  same: (a, b) => a.effectiveOn === b.effectiveOn && agrees(a.place, b.place),
};

const valuesOf = ({ title, place, effectiveFrom, data }: ListItem): Values => ({
  title,
  place,
  effectiveOn: data.heldOn ?? effectiveFrom,
});

const costOf = (bodies: readonly Values[]) =>
  bodies.reduce((sum, { costVnd }) => sum + (typeof costVnd === 'number' ? costVnd : 0), 0);

/** Classes held, from a list in Excel; programme and budget line are chosen once. */
export function PasteActivitiesPage() {
  const words = useScreenWords(pasteActivityWords);
  const { kind } = useSearch({ strict: false }) as { kind?: string };
  const command = useCatalogue().command('RecordHeldTrainingClass');
  const isHere = command !== undefined && (kind === undefined || kind === 'training-classes');
  return (
    <Page title={words.title}>
      {isHere ? (
        <PasteSheet
          kind={{
            command,
            noun: 'training-classes',
            title: words.title,
            seen: '/activities?kind=training-classes',
            synonyms: SYNONYMS,
            sameness: SAMENESS,
            valuesOf,
            consequences: ({ budgetLineId }, bodies) =>
              typeof budgetLineId === 'string' &&
              budgetLineId !== '' && <BudgetLeft budgetLineId={budgetLineId} costVnd={costOf(bodies)} />,
          }}
        />
      ) : (
        <Empty>{words.otherKind}</Empty>
      )}
    </Page>
  );
}
