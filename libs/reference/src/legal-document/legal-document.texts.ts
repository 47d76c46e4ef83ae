import type { Texts } from '@soquy/kernel';
import type { LegalDocumentCommands, LegalDocumentRefusals, LegalDocumentState } from './legal-document.decider.js';
import type { LegalDocumentEvents } from './legal-document.events.js';

export const legalDocumentTexts: Texts<
  LegalDocumentEvents,
  LegalDocumentCommands,
  LegalDocumentRefusals,
  LegalDocumentState['status']
> = {
  name: { vi: 'Văn bản', en: 'Legal document' },
  plural: { vi: 'Các văn bản', en: 'Legal documents' },
  events: {
    LegalDocumentRecorded: { vi: 'Đã ghi nhận văn bản', en: 'Legal document recorded' },
    LegalDocumentRepealed: { vi: 'Văn bản hết hiệu lực', en: 'Legal document repealed' },
  },
  commands: {
    RecordLegalDocument: { vi: 'Ghi nhận văn bản', en: 'Record a legal document' },
    RepealLegalDocument: { vi: 'Ghi nhận văn bản hết hiệu lực', en: 'Record a repeal' },
  },
  fields: {
    legalDocumentId: { vi: 'Mã văn bản', en: 'Document id' },
    number: { vi: 'Số, ký hiệu', en: 'Number' },
    title: { vi: 'Trích yếu', en: 'Title' },
    issuer: { vi: 'Cơ quan ban hành', en: 'Issuer' },
    issuedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
    inForceOn: { vi: 'Có hiệu lực từ', en: 'In force from' },
    validTo: { vi: 'Có hiệu lực đến', en: 'In force to' },
    repealedBy: { vi: 'Văn bản bãi bỏ, thay thế', en: 'Repealed by' },
  },
  refusals: {
    AlreadyRecorded: {
      vi: ({ legalDocumentId, number }) => `Mã văn bản ${legalDocumentId} đã dùng cho văn bản ${number}, với nội dung khác.`,
      en: ({ legalDocumentId, number }) => `The id ${legalDocumentId} is taken by document ${number}, recorded otherwise.`,
    },
    YearContradictsNumber: {
      vi: ({ number, issuedOn }) => `Năm trong số văn bản ${number} không khớp với ngày ban hành ${issuedOn}.`,
      en: ({ number, issuedOn }) => `The year in the number ${number} is not that of the day of issue, ${issuedOn}.`,
    },
    DaysReversed: {
      vi: ({ earlier, later }) => `Ngày ${later} phải từ ngày ${earlier} trở đi.`,
      en: ({ earlier, later }) => `${later} must not come before ${earlier}.`,
    },
    AlreadyRepealed: {
      vi: ({ repealedOn }) => `Văn bản đã hết hiệu lực từ ngày ${repealedOn}.`,
      en: ({ repealedOn }) => `The document was repealed on ${repealedOn}.`,
    },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    recorded: { vi: 'Đã ghi nhận', en: 'Recorded' },
    repealed: { vi: 'Hết hiệu lực', en: 'Repealed' },
  },
};
