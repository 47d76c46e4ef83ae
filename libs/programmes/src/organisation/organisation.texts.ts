import type { Texts } from '@soquy/kernel';
import type { Organisation, OrganisationCommands, OrganisationRefusals } from './organisation.decider.js';
import type { OrganisationEvents } from './organisation.events.js';

export const organisationTexts: Texts<OrganisationEvents, OrganisationCommands, OrganisationRefusals, Organisation['status']> = {
  name: { vi: 'Tổ chức', en: 'Organisation' },
  plural: { vi: 'Các tổ chức', en: 'Organisations' },
  events: {
    OrganisationRegistered: { vi: 'Đã đăng ký tổ chức', en: 'Organisation registered' },
    OrganisationRenamed: { vi: 'Đã đổi tên', en: 'Organisation renamed' },
    OrganisationRelocated: { vi: 'Đã chuyển địa chỉ', en: 'Organisation relocated' },
    OrganisationReclassified: { vi: 'Đã chuyển lĩnh vực hoạt động', en: 'Organisation moved to another sector' },
    OrganisationConverted: { vi: 'Đã chuyển đổi loại hình', en: 'Organisation converted to another type' },
    OrganisationTaxCodeAssigned: { vi: 'Đã cấp mã số', en: 'Tax code assigned' },
    OrganisationMembersCounted: { vi: 'Đã cập nhật số thành viên', en: 'Members counted' },
    OrganisationFoundingEstablished: { vi: 'Đã xác định ngày thành lập', en: 'Founding day established' },
    OrganisationSuspended: { vi: 'Đã tạm ngừng kinh doanh', en: 'Organisation suspended' },
    OrganisationResumed: { vi: 'Đã hoạt động trở lại', en: 'Organisation resumed' },
    OrganisationDissolved: { vi: 'Đã chấm dứt tồn tại', en: 'Organisation dissolved' },
  },
  commands: {
    RegisterOrganisation: { vi: 'Đăng ký tổ chức', en: 'Register an organisation' },
    ChangeOrganisationDetails: { vi: 'Ghi nhận thay đổi thông tin', en: 'Record a change of details' },
    SuspendOrganisation: { vi: 'Ghi nhận tạm ngừng kinh doanh', en: 'Record a suspension' },
    ResumeOrganisation: { vi: 'Ghi nhận hoạt động trở lại', en: 'Record a resumption' },
    DissolveOrganisation: { vi: 'Ghi nhận giải thể, chấm dứt tồn tại', en: 'Record a dissolution' },
  },
  fields: {
    organisationId: { vi: 'Tổ chức', en: 'Organisation' },
    name: { vi: 'Tên', en: 'Name' },
    type: { vi: 'Loại hình', en: 'Type' },
    sector: { vi: 'Lĩnh vực', en: 'Sector' },
    place: { vi: 'Tỉnh, thành phố (mã kèm hệ mã)', en: 'Province (code with its system)' },
    district: { vi: 'Huyện (đến 30/06/2025)', en: 'District (until 30/06/2025)' },
    commune: { vi: 'Xã, phường, đặc khu', en: 'Commune or ward' },
    taxCode: { vi: 'Mã số hợp tác xã / mã số thuế', en: 'Tax code' },
    foundedOn: { vi: 'Ngày thành lập', en: 'Founded on' },
    members: { vi: 'Số thành viên', en: 'Members' },
    manner: { vi: 'Hình thức chấm dứt', en: 'Manner of ending' },
  },
  refusals: {
    BeforeRegistration: {
      vi: ({ registeredOn }) => `Ngày ghi nhận không thể trước ngày đăng ký ${registeredOn}.`,
      en: ({ registeredOn }) => `The day cannot precede the registration of ${registeredOn}.`,
    },
    OrganisationDissolvedBefore: {
      vi: ({ dissolvedOn }) => `Tổ chức đã chấm dứt tồn tại từ ngày ${dissolvedOn}.`,
      en: ({ dissolvedOn }) => `The organisation ended on ${dissolvedOn}.`,
    },
    BeforeLastStatus: {
      vi: ({ statusOn }) => `Tình trạng pháp lý đã được ghi nhận đến ngày ${statusOn}, không thể ghi ngược trước ngày đó.`,
      en: ({ statusOn }) => `Its legal status is recorded up to ${statusOn}; nothing can be recorded before that day.`,
    },
    TaxCodeFixed: {
      vi: ({ taxCode }) =>
        `Tổ chức đã có mã số ${taxCode}, mã số không thay đổi. Nếu ghi nhầm, hãy đính chính dòng “Đã cấp mã số”.`,
      en: ({ taxCode }) =>
        `The organisation has the tax code ${taxCode}, which does not change. If it was typed wrong, correct “Tax code assigned”.`,
    },
    FoundedAfterRegistration: {
      vi: ({ foundedOn, registeredOn }) => `Ngày thành lập ${foundedOn} sau ngày đăng ký ${registeredOn}.`,
      en: ({ foundedOn, registeredOn }) => `The founding day ${foundedOn} is after the registration of ${registeredOn}.`,
    },
  },
  choices: {
    type: {
      cooperative: { vi: 'Hợp tác xã', en: 'Cooperative' },
      cooperativeGroup: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
      cooperativeUnion: { vi: 'Liên hiệp hợp tác xã', en: 'Cooperative union' },
      peoplesCreditFund: { vi: 'Quỹ tín dụng nhân dân', en: "People's credit fund" },
      enterprise: { vi: 'Doanh nghiệp', en: 'Enterprise' },
      household: { vi: 'Cơ sở công nghiệp nông thôn, hộ kinh doanh', en: 'Rural industrial unit, household business' },
    },
    sector: {
      agriculture: { vi: 'Nông, lâm, ngư, diêm nghiệp', en: 'Agriculture, forestry, fishery and salt' },
      industryConstruction: { vi: 'Công nghiệp, xây dựng', en: 'Industry and construction' },
      finance: { vi: 'Tín dụng', en: 'Finance' },
      tradeServices: { vi: 'Thương mại, dịch vụ', en: 'Trade and services' },
    },
    manner: {
      dissolution: { vi: 'Giải thể', en: 'Dissolution' },
      bankruptcy: { vi: 'Phá sản', en: 'Bankruptcy' },
      merger: { vi: 'Sáp nhập, hợp nhất', en: 'Merger' },
      division: { vi: 'Chia, tách', en: 'Division' },
      revocation: { vi: 'Thu hồi giấy chứng nhận đăng ký', en: 'Revocation of the registration' },
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    active: { vi: 'Đang hoạt động', en: 'In operation' },
    suspended: { vi: 'Tạm ngừng kinh doanh', en: 'Suspended' },
    dissolved: { vi: 'Đã giải thể, phá sản, chấm dứt tồn tại', en: 'Dissolved or otherwise ended' },
  },
};
