import type { ListItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import type { Synonyms } from '../../shared/paste/columns.js';
import type { Sameness, Values } from '../../shared/paste/duplicates.js';
import { PasteSheet } from '../../shared/paste/paste-sheet.js';
import { Page } from '../../shared/ui/page.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { pasteOrganisationWords } from './paste-organisations.words.js';

const SYNONYMS: Synonyms = {
  headings: {
    '/name': ['Tên HTX', 'Tên tổ chức', 'Tên hợp tác xã', 'Tên đơn vị', 'Tên HTX/THT', 'Tên tổ hợp tác', 'Organisation'],
    '/type': ['Loại', 'Loại hình tổ chức', 'Kind'],
    '/sector': ['Ngành', 'Ngành nghề', 'Lĩnh vực hoạt động'],
    '/place': ['Tỉnh', 'Tỉnh/thành phố', 'Địa bàn', 'Province', 'Place'],
    '/district': ['Huyện', 'Quận/huyện', 'District'],
    '/commune': ['Xã', 'Xã/phường', 'Phường', 'Commune'],
    '/taxCode': ['MST', 'Mã số thuế', 'Mã số HTX', 'Số đăng ký', 'Tax number'],
    '/foundedOn': ['Ngày thành lập', 'Thành lập', 'Năm thành lập', 'Founded'],
    '/members': ['Thành viên', 'Số TV', 'Số thành viên HTX', 'Tổng số thành viên'],
    '/effectiveOn': ['Ngày đăng ký', 'Ngày ĐK', 'Từ ngày', 'Ngày ghi nhận', 'Day'],
    '/evidence/documentNumber': ['Số giấy', 'Số quyết định', 'Số QĐ', 'Giấy chứng nhận', 'Số GCN', 'Căn cứ'],
  },
  values: {
    '/type': {
      HTX: 'cooperative',
      THT: 'cooperativeGroup',
      LHHTX: 'cooperativeUnion',
      'Liên hiệp HTX': 'cooperativeUnion',
      QTDND: 'peoplesCreditFund',
      'Quỹ tín dụng': 'peoplesCreditFund',
      DN: 'enterprise',
      'Công ty': 'enterprise',
      'Hộ kinh doanh': 'household',
      'Cơ sở': 'household',
    },
    '/sector': {
      'Nông nghiệp': 'agriculture',
      'Nông lâm ngư nghiệp': 'agriculture',
      'Nông, lâm, thuỷ sản': 'agriculture',
      'Thủy sản': 'agriculture',
      'Lâm nghiệp': 'agriculture',
      'Công nghiệp': 'industryConstruction',
      'Xây dựng': 'industryConstruction',
      'Tiểu thủ công nghiệp': 'industryConstruction',
      'CN-TTCN': 'industryConstruction',
      'Tín dụng': 'finance',
      'Tài chính': 'finance',
      'Thương mại': 'tradeServices',
      'Dịch vụ': 'tradeServices',
      'Vận tải': 'tradeServices',
    },
  },
};

const agrees = (a: unknown, b: unknown) => a === undefined || b === undefined || a === b;

/** Names stand for the same organisation only in one province; with the type as well they are told as the same. */
const SAMENESS: Sameness = {
  name: 'name',
  code: 'taxCode',
  alike: (a, b) => agrees(a.place, b.place),
  same: (a, b) => a.place === b.place && a.type === b.type,
};

const valuesOf = ({ title, place, organisationType, data }: ListItem): Values => ({
  ...data,
  name: title,
  place,
  type: organisationType,
});

/** Organisations from a list in Excel. */
export function PasteOrganisationsPage() {
  const words = useScreenWords(pasteOrganisationWords);
  const command = useCatalogue().command('RegisterOrganisation')!;
  return (
    <Page title={words.title}>
      <PasteSheet
        kind={{
          command,
          noun: 'organisations',
          title: words.title,
          seen: '/organisations',
          synonyms: SYNONYMS,
          sameness: SAMENESS,
          valuesOf,
        }}
      />
    </Page>
  );
}
