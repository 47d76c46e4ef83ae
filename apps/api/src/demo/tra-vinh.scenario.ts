import { DemoScenario, split } from './demo-scenario.js';

/** Sở Công Thương Trà Vinh, report of 10/2020 on 2016-2020 (rows TV13-TV18, TV24-TV31). Old province code 84. */
const PLACE = 'TCTK63:84';

/** Sums told by the report, here split into events that add up exactly; the days, and the split itself, are plausible, not told. */
const MANAGEMENT = { learners: [39, 40, 38], costVnd: [22_391_000, 22_966_000, 21_818_000] };
const CRAFT = { classes: 32, learners: 927, costVnd: 314_230_000 };

export function traVinh(paths: ReadonlyMap<string, string>): DemoScenario {
  const demo = new DemoScenario('tra-vinh', paths);
  demo.record(
    'agency',
    'RegisterAgency',
    '2016-01-04',
    { agencyId: 'tra-vinh', name: 'Sở Công Thương tỉnh Trà Vinh', kind: 'department', place: PLACE },
    { as: 'admin' },
  );
  const programmeId = demo.create('programme', 'OpenProgramme', '2016-01-05', {
    name: 'Khuyến công và xúc tiến thương mại hỗ trợ kinh tế tập thể 2016-2020',
    legalBasis: { documentNumber: '26/KH-UBND', issuedOn: '2014-12-31', issuer: 'UBND tỉnh Trà Vinh' },
    periodFromYear: 2016,
    periodToYear: 2020,
    leadAgency: 'Sở Công Thương',
  });
  const lines = budgetLines(demo, programmeId);
  managementClasses(demo, programmeId, lines);
  craftClasses(demo, programmeId, lines);
  machinery(demo, programmeId, lines);
  fairs(demo, programmeId);
  meetings(demo, programmeId);
  ruralMarkets(demo, programmeId);
  return demo;
}

type Lines = ReadonlyMap<number, string>;

/** One line a year for khuyến công; the report gives no allocations, so each is the year's spending rounded up. */
function budgetLines(demo: DemoScenario, programmeId: string): Lines {
  return new Map(
    [2016, 2017, 2018, 2019, 2020].map((budgetYear) => [
      budgetYear,
      demo.create(
        `line-${budgetYear}`,
        'AllocateBudgetLine',
        `${budgetYear}-01-15`,
        {
          programmeId,
          title: `Kinh phí khuyến công địa phương ${budgetYear}`,
          source: 'industrialPromotion',
          budgetYear,
          allocatedVnd: budgetYear === 2019 ? 320_000_000 : 150_000_000,
        },
        { as: 'finance' },
      ),
    ]),
  );
}

function managementClasses(demo: DemoScenario, programmeId: string, lines: Lines): void {
  for (const [index, year] of [2016, 2017, 2019].entries()) {
    demo.create(`management-${index + 1}`, 'RecordHeldTrainingClass', `${year}-05-1${index + 2}`, {
      kind: 'management',
      title: `Nâng cao năng lực quản lý cho cơ sở, doanh nghiệp, HTX (lớp ${index + 1})`,
      programmeId,
      budgetLineId: lines.get(year),
      place: PLACE,
      learners: { value: MANAGEMENT.learners[index] },
      costVnd: MANAGEMENT.costVnd[index],
    });
  }
}

const CRAFTS = [
  'Đan lục bình',
  'Dệt chiếu',
  'Đan lác',
  'May công nghiệp',
  'Đóng giường tre',
  'Se chỉ xơ dừa',
  'Đan giỏ nhựa',
  'Thêu tay',
];

function craftClasses(demo: DemoScenario, programmeId: string, lines: Lines): void {
  const learners = split(CRAFT.learners, CRAFT.classes);
  const costs = split(CRAFT.costVnd, CRAFT.classes, 10_000);
  for (let index = 0; index < CRAFT.classes; index++) {
    const year = 2016 + Math.floor((index * 5) / CRAFT.classes);
    const month = String(2 + ((index * 3) % 9)).padStart(2, '0');
    demo.create(`craft-${index + 1}`, 'RecordHeldTrainingClass', `${year}-${month}-${10 + (index % 15)}`, {
      kind: 'craft',
      title: `Truyền nghề: ${CRAFTS[index % CRAFTS.length]} (lớp ${index + 1})`,
      programmeId,
      budgetLineId: lines.get(year),
      place: PLACE,
      learners: { value: learners[index] },
      costVnd: costs[index],
    });
  }
}

/** TV15-TV17: the three projects of the report's footnote, organisations named there. */
const PROJECTS = [
  {
    key: 'nam-do',
    name: 'THT Dệt chiếu Năm Do',
    type: 'cooperativeGroup',
    sector: 'industryConstruction',
    year: 2017,
    title: 'Máy dệt chiếu bán tự động',
    investment: 30_000_000,
    support: 12_000_000,
  },
  {
    key: 'xuan-thanh',
    name: 'HTX Nông nghiệp Thương mại và Sản xuất Dịch vụ Xuân Thành',
    type: 'cooperative',
    sector: 'agriculture',
    year: 2018,
    title: 'Máy móc thiết bị sơ chế rau củ',
    investment: 121_000_000,
    support: 45_000_000,
  },
  {
    key: 'nguyen-cuong',
    name: 'HTX May mặc Nguyên Cường',
    type: 'cooperative',
    sector: 'industryConstruction',
    year: 2019,
    title: 'Máy móc thiết bị tiên tiến trong may công nghiệp',
    investment: 619_000_000,
    support: 228_000_000,
  },
] as const;

function machinery(demo: DemoScenario, programmeId: string, lines: Lines): void {
  for (const { key, name, type, sector, year, title, investment, support } of PROJECTS) {
    const organisationId = demo.create(`organisation-${key}`, 'RegisterOrganisation', `${year}-02-01`, {
      name,
      type,
      sector,
      place: PLACE,
    });
    const machineryGrantId = demo.create(`grant-${key}`, 'RequestMachineryGrant', `${year}-03-05`, {
      programmeId,
      budgetLineId: lines.get(year),
      organisationId,
      title,
      item: title,
      totalInvestmentVnd: investment,
      requestedSupportVnd: support,
      tier: 'provincial',
    });
    const advance = Math.floor((support * 0.6) / 1_000_000) * 1_000_000;
    const step = (name: string, command: string, on: string, fields: object, as = 'officer') =>
      demo.record(`grant-${key}-${name}`, command, `${year}-${on}`, { machineryGrantId, ...fields }, { as });
    step('appraisal', 'AppraiseMachineryGrant', '03-20', { recommendedSupportVnd: support });
    step(
      'approval',
      'ApproveMachineryGrant',
      '04-10',
      { approvedSupportVnd: support, evidence: { documentNumber: `${year}-KC/QĐ-SCT`, issuer: 'Sở Công Thương' } },
      'leader',
    );
    step('contract', 'SignGrantContract', '04-25', { contractNumber: `KC-${year}-${key}` });
    step('advance', 'PayGrantAdvance', '05-15', { amountVnd: advance }, 'finance');
    step('acceptance', 'RecordAcceptance', '08-20', { actualInvestmentVnd: investment, acceptedSupportVnd: support });
    step('payment', 'PayGrant', '09-10', { amountVnd: support - advance }, 'finance');
    step('settlement', 'SettleGrant', '10-15', {}, 'finance');
  }
}

/** TV24: over 44 participations in fairs; TV25: the fair of Mỹ Tho; TV28-TV29: two exhibitions of products. */
function fairs(demo: DemoScenario, programmeId: string): void {
  const fair = (key: string, on: string, title: string, fields: object, kind = 'fair') =>
    demo.create(`fair-${key}`, 'RecordHeldTradeFair', on, { kind, title, programmeId, role: 'joined', ...fields });
  fair('binh-duong', '2016-10-20', 'Hội chợ sản phẩm CNNT tiêu biểu khu vực phía Nam tại Bình Dương', {
    participations: { value: 8 },
  });
  fair('ben-tre', '2017-08-18', 'Hội chợ sản phẩm CNNT tiêu biểu khu vực phía Nam tại Bến Tre', { participations: { value: 8 } });
  fair('hcm', '2017-11-24', 'Hội chợ Tôn vinh hàng Việt tại TP. Hồ Chí Minh', { participations: { value: 6 } });
  fair('dong-thap', '2018-09-14', 'Hội chợ triển lãm sản phẩm CNNT tiêu biểu phía Nam 2018 tại Đồng Tháp', {
    participations: { value: 8 },
  });
  fair('ok-om-bok', '2019-11-11', 'Hội chợ Thương mại du lịch lễ hội Ok Om Bok', { participations: { value: 8 } });
  fair('my-tho', '2020-08-28', 'Hội chợ Công nghiệp, Thương mại đồng bằng sông Cửu Long 2020 tại Mỹ Tho', {
    participations: { value: 6, qualifier: 'over' },
    stalls: { value: 4 },
    products: { value: 40, qualifier: 'over' },
    enterprises: { value: 20, qualifier: 'over' },
  });
  fair(
    '120-nam',
    '2020-04-25',
    'Trưng bày sản phẩm kỷ niệm 120 năm thành lập tỉnh Trà Vinh',
    { products: { value: 30 } },
    'exhibition',
  );
  fair('ocop', '2020-09-18', 'Triển lãm sản phẩm OCOP tại Đồng Tháp', { products: { value: 43 } }, 'exhibition');
}

/** TV26: over 39 HTX and THT at supply-demand meetings. */
function meetings(demo: DemoScenario, programmeId: string): void {
  const places = ['Bà Rịa – Vũng Tàu', 'Bạc Liêu', 'Đồng Nai', 'Kiên Giang', 'An Giang'];
  for (const [index, place] of places.entries()) {
    const last = index === places.length - 1;
    demo.create(`meeting-${index + 1}`, 'RecordHeldTradeFair', `${2016 + index}-07-0${index + 5}`, {
      kind: 'supplyDemandMeeting',
      title: `Hội nghị kết nối cung cầu ${place}`,
      programmeId,
      role: 'joined',
      participations: last ? { value: 7, qualifier: 'over' } : { value: 8 },
    });
  }
}

/** TV30-TV31: three rural markets before Tết 2020; 60 stalls each, 78 enterprises, 2,1 tỷ and over 24.000 visits in all. */
function ruralMarkets(demo: DemoScenario, programmeId: string): void {
  const places = ['xã Lưu Nghiệp Anh, Trà Cú', 'xã Mỹ Long Nam, Cầu Ngang', 'xã Thanh Mỹ, Châu Thành'];
  const revenue = [680_000_000, 720_000_000, 700_000_000];
  for (const [index, place] of places.entries()) {
    demo.create(`market-${index + 1}`, 'RecordHeldTradeFair', `2020-01-${10 + index}`, {
      kind: 'ruralMarket',
      title: `Phiên chợ hàng Việt về nông thôn, ${place}`,
      programmeId,
      role: 'organised',
      stalls: { value: 60 },
      enterprises: { value: 26 },
      revenue: { value: revenue[index] },
      visitors: index === 2 ? { value: 8_000, qualifier: 'over' } : { value: 8_000 },
    });
  }
}
