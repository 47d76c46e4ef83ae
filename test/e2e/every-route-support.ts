import { step, type Step } from './every-route-step.js';

const agencyId = '{agency}';
const place = 'QD19-2025:92';
const onBudget = { programmeId: '{programme}', budgetLineId: '{line}' };

/** Organisations, programmes with their budget, classes, fairs and grants. */
export const supportSteps = (no: number): readonly Step[] => [
  ...organisationSteps(no),
  ...programmeSteps,
  ...budgetSteps,
  ...classSteps,
  ...fairSteps,
  ...grantSteps(no),
];

const organisationSteps = (no: number): readonly Step[] => [
  step('cooperative', 'officer', 'organisations', {
    agencyId,
    name: 'HTX Ánh Dương',
    type: 'cooperative',
    sector: 'agriculture',
    place,
    district: 'Huyện Phong Điền',
    commune: 'Xã Nhơn Ái',
    taxCode: `180012345${no}`,
    foundedOn: '2019-04-02',
    members: 42,
    effectiveOn: '2026-01-08',
  }),
  step('group', 'credit-officer', 'organisations', {
    agencyId,
    name: 'THT Bình Minh',
    type: 'cooperativeGroup',
    sector: 'agriculture',
    place,
    effectiveOn: '2026-01-08',
  }),
  step('groupChanged', 'officer', 'organisations/{group}/details', {
    name: 'HTX Bình Minh',
    type: 'cooperative',
    sector: 'tradeServices',
    district: 'Quận Cái Răng',
    commune: 'Phường Lê Bình',
    taxCode: `180054321${no}`,
    foundedOn: '2026-01-02',
    members: 11,
    effectiveOn: '2026-02-02',
  }),
  step('groupSuspended', 'officer', 'organisations/{group}/suspensions', { effectiveOn: '2026-03-02' }),
  step('groupResumed', 'officer', 'organisations/{group}/resumptions', { effectiveOn: '2026-04-01' }),
  step('household', 'officer', 'organisations', {
    agencyId,
    name: 'Cơ sở đan lát Hưng Thịnh',
    type: 'household',
    sector: 'industryConstruction',
    place,
    effectiveOn: '2026-01-08',
  }),
  step('householdDissolved', 'officer', 'organisations/{household}/dissolutions', {
    manner: 'merger',
    effectiveOn: '2026-05-04',
  }),
];

const legalBasis = { documentNumber: '24/NQ-HĐND', issuer: 'Hội đồng nhân dân', issuedOn: '2026-01-02' };

const programmeSteps: readonly Step[] = [
  step('programme', 'officer', 'programmes', {
    agencyId,
    name: 'Hỗ trợ phát triển kinh tế tập thể',
    legalBasis,
    periodFromYear: 2026,
    periodToYear: 2030,
    leadAgency: 'Liên minh Hợp tác xã',
    effectiveOn: '2026-01-09',
  }),
  step('programmeExtended', 'officer', 'programmes/{programme}/extensions', {
    periodToYear: 2031,
    legalBasis,
    effectiveOn: '2026-05-04',
  }),
  step('otherProgramme', 'finance', 'programmes', {
    agencyId,
    name: 'Khuyến công địa phương',
    legalBasis,
    periodFromYear: 2021,
    periodToYear: 2025,
    effectiveOn: '2026-01-09',
  }),
  step('otherProgrammeClosed', 'finance', 'programmes/{otherProgramme}/closures', { effectiveOn: '2026-01-12' }),
];

const budgetSteps: readonly Step[] = [
  step('line', 'finance', 'programmes/{programme}/budget-lines', {
    title: 'Kinh phí năm 2026',
    source: 'provincialBudget',
    budgetYear: 2026,
    allocatedVnd: 2_000_000_000,
    effectiveOn: '2026-01-10',
  }),
  step('lineIncreased', 'finance', 'budget-lines/{line}/adjustments', { increaseVnd: 500_000_000, effectiveOn: '2026-01-15' }),
  step('lineDecreased', 'finance', 'budget-lines/{line}/adjustments', { decreaseVnd: 100_000_000, effectiveOn: '2026-01-16' }),
  step('committed', 'officer', 'budget-lines/{line}/commitments', {
    purpose: 'In tài liệu tập huấn',
    amountVnd: 50_000_000,
    effectiveOn: '2026-01-20',
  }),
  step('released', 'officer', 'budget-lines/{line}/releases', {
    commitmentNumber: 1,
    amountVnd: 5_000_000,
    effectiveOn: '2026-01-25',
  }),
  step('disbursed', 'finance', 'budget-lines/{line}/disbursements', {
    commitmentNumber: 1,
    amountVnd: 20_000_000,
    acceptedOn: '2026-02-01',
    effectiveOn: '2026-02-03',
  }),
  step('recovered', 'finance', 'budget-lines/{line}/recoveries', {
    commitmentNumber: 1,
    amountVnd: 2_000_000,
    effectiveOn: '2026-02-10',
  }),
];

const classResult = { learners: { value: 39 }, countBasis: 'persons', women: 17, costVnd: 22_391_667 };

const classSteps: readonly Step[] = [
  step('class', 'officer', 'training-classes', {
    kind: 'craft',
    title: 'Đan lát lục bình',
    ...onBudget,
    place,
    plannedLearners: 40,
    budgetVnd: 25_000_000,
    effectiveOn: '2026-02-02',
  }),
  step('classHeld', 'officer', 'training-classes/{class}/results', {
    startedOn: '2026-03-10',
    ...classResult,
    evidence: { documentNumber: '15/BC-LMHTX', issuedOn: '2026-03-13', issuer: 'Liên minh Hợp tác xã', voucher: 'PC-15' },
    reason: 'Báo cáo kết quả lớp',
    effectiveOn: '2026-03-12',
  }),
  step('heldClass', 'officer', 'held-training-classes', {
    kind: 'management',
    title: 'Quản trị hợp tác xã',
    ...onBudget,
    ...classResult,
    senders: [{ organisationId: '{cooperative}', learners: 12 }],
    effectiveOn: '2026-03-20',
  }),
  step('otherClass', 'officer', 'training-classes', {
    agencyId,
    kind: 'refresher',
    title: 'Bồi dưỡng kế toán',
    effectiveOn: '2026-02-02',
  }),
  step('otherClassCancelled', 'officer', 'training-classes/{otherClass}/cancellations', { effectiveOn: '2026-02-20' }),
];

const fairResult = {
  organisationIds: ['{cooperative}'],
  participations: { value: 3, valueTo: 5, qualifier: 'range' },
  enterprises: { value: 26 },
  stalls: { value: 40 },
  products: { value: 120, qualifier: 'over' },
  visitors: { value: 8_000, qualifier: 'over' },
  revenue: { value: 700_000_000, qualifier: 'about' },
  contracts: { value: 4 },
  costVnd: 35_000_000,
};

const fairSteps: readonly Step[] = [
  step('fair', 'officer', 'trade-fairs', {
    kind: 'ruralMarket',
    role: 'organised',
    title: 'Phiên chợ hàng Việt về nông thôn',
    ...onBudget,
    place,
    budgetVnd: 40_000_000,
    effectiveOn: '2026-02-02',
  }),
  step('fairHeld', 'officer', 'trade-fairs/{fair}/results', {
    startedOn: '2026-04-02',
    ...fairResult,
    effectiveOn: '2026-04-04',
  }),
  step('heldFair', 'officer', 'held-trade-fairs', {
    kind: 'fair',
    role: 'joined',
    title: 'Hội chợ OCOP',
    ...onBudget,
    place,
    ...fairResult,
    effectiveOn: '2026-04-10',
  }),
  step('otherFair', 'officer', 'trade-fairs', {
    agencyId,
    kind: 'exhibition',
    role: 'joined',
    title: 'Triển lãm nông sản',
    effectiveOn: '2026-02-02',
  }),
  step('otherFairCancelled', 'officer', 'trade-fairs/{otherFair}/cancellations', { effectiveOn: '2026-02-20' }),
];

const request = {
  organisationId: '{cooperative}',
  ...onBudget,
  tier: 'national',
  title: 'Ứng dụng máy tiên tiến',
  item: 'Máy sấy lúa',
  totalInvestmentVnd: 600_000_000,
  requestedSupportVnd: 220_000_000,
  effectiveOn: '2026-02-02',
};
const appraisal = { recommendedSupportVnd: 200_000_000, note: 'Đủ điều kiện', effectiveOn: '2026-02-10' };
const approval = { approvedSupportVnd: 200_000_000, effectiveOn: '2026-02-20' };
const voucher = (number: string) => ({ evidence: { documentNumber: 'UNC', voucher: number } });

const grantSteps = (no: number): readonly Step[] => [
  step('grant', 'officer', 'machinery-grants', request),
  step('grantAppraised', 'officer', 'machinery-grants/{grant}/appraisals', appraisal),
  step('grantApproved', 'leader', 'machinery-grants/{grant}/approvals', approval),
  step('contract', 'officer', 'machinery-grants/{grant}/contracts', {
    contractNumber: `0${no}/HĐKC`,
    effectiveOn: '2026-02-25',
  }),
  step('advance', 'finance', 'machinery-grants/{grant}/advances', {
    amountVnd: 100_000_000,
    ...voucher('UNC-1'),
    effectiveOn: '2026-03-02',
  }),
  step('acceptance', 'officer', 'machinery-grants/{grant}/acceptances', {
    actualInvestmentVnd: 590_000_000,
    acceptedSupportVnd: 190_000_000,
    effectiveOn: '2026-04-20',
  }),
  step('payment', 'finance', 'machinery-grants/{grant}/payments', {
    amountVnd: 90_000_000,
    ...voucher('UNC-2'),
    effectiveOn: '2026-04-25',
  }),
  step('settlement', 'finance', 'machinery-grants/{grant}/settlements', { effectiveOn: '2026-04-28' }),
  step('recovery', 'finance', 'machinery-grants/{grant}/recoveries', {
    amountVnd: 5_000_000,
    ...voucher('UNC-3'),
    effectiveOn: '2026-05-20',
  }),
  step('refusedGrant', 'officer', 'machinery-grants', request),
  step('grantRejected', 'leader', 'machinery-grants/{refusedGrant}/rejections', { effectiveOn: '2026-02-12' }),
  step('stoppedGrant', 'officer', 'machinery-grants', request),
  step('stoppedGrantAppraised', 'officer', 'machinery-grants/{stoppedGrant}/appraisals', appraisal),
  step('stoppedGrantApproved', 'leader', 'machinery-grants/{stoppedGrant}/approvals', approval),
  step('grantStopped', 'leader', 'machinery-grants/{stoppedGrant}/stops', { effectiveOn: '2026-03-05' }),
];
