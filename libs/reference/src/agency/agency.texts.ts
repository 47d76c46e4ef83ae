import type { Texts } from '@soquy/kernel';
import type { Agency, AgencyCommands, AgencyRefusals } from './agency.decider.js';
import type { AgencyEvents } from './agency.events.js';

export const agencyTexts: Texts<AgencyEvents, AgencyCommands, AgencyRefusals, Agency['status']> = {
  name: { vi: 'Cơ quan, đơn vị', en: 'Agency' },
  plural: { vi: 'Các cơ quan, đơn vị', en: 'Agencies' },
  events: {
    AgencyRegistered: { vi: 'Đã đăng ký cơ quan', en: 'Agency registered' },
    AgencyRenamed: { vi: 'Đã đổi tên cơ quan', en: 'Agency renamed' },
  },
  commands: {
    RegisterAgency: { vi: 'Đăng ký cơ quan', en: 'Register an agency' },
    RenameAgency: { vi: 'Đổi tên cơ quan', en: 'Rename an agency' },
  },
  fields: {
    name: { vi: 'Tên', en: 'Name' },
    kind: { vi: 'Loại cơ quan', en: 'Kind' },
    place: { vi: 'Tỉnh, thành phố (mã kèm hệ mã)', en: 'Province (code with its system)' },
  },
  refusals: {
    AlreadyRegistered: {
      vi: ({ agencyId, registeredOn }) => `Mã cơ quan ${agencyId} đã được đăng ký với thông tin khác, ngày ${registeredOn}.`,
      en: ({ agencyId, registeredOn }) => `The agency ${agencyId} was registered with other details on ${registeredOn}.`,
    },
    BeforeRegistration: {
      vi: ({ registeredOn }) => `Ngày ghi nhận không thể trước ngày đăng ký ${registeredOn}.`,
      en: ({ registeredOn }) => `The day cannot precede the registration of ${registeredOn}.`,
    },
  },
  choices: {
    kind: {
      department: { vi: 'Sở, ban, ngành', en: 'Department' },
      alliance: { vi: 'Liên minh Hợp tác xã tỉnh', en: 'Provincial cooperative alliance' },
      fund: { vi: 'Quỹ hỗ trợ phát triển hợp tác xã', en: 'Cooperative development fund' },
      centre: { vi: 'Trung tâm khuyến công, xúc tiến thương mại', en: 'Centre for industrial or trade promotion' },
      peoplesCommittee: { vi: 'Uỷ ban nhân dân', en: "People's Committee" },
      central: { vi: 'Cơ quan trung ương', en: 'Central body' },
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    registered: { vi: 'Đã đăng ký', en: 'Registered' },
  },
};
