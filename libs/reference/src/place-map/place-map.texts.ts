import type { Texts, Words } from '@soquy/kernel';
import type { PlaceMap, PlaceMapCommands, PlaceMapRefusals } from './place-map.decider.js';
import type { CodeSystem, PlaceMapEvents } from './place-map.events.js';

const codeSystems: Readonly<Record<CodeSystem, Words>> = {
  TCTK63: { vi: 'Danh mục 63 tỉnh, thành phố (đến 30/06/2025)', en: 'List of 63 provinces (until 30/06/2025)' },
  'QD19-2025': { vi: 'Danh mục 34 tỉnh, thành phố (từ 01/07/2025)', en: 'List of 34 provinces (from 01/07/2025)' },
};

export const placeMapTexts: Texts<PlaceMapEvents, PlaceMapCommands, PlaceMapRefusals, PlaceMap['status']> = {
  name: { vi: 'Danh mục đơn vị hành chính', en: 'List of provinces' },
  plural: { vi: 'Các danh mục đơn vị hành chính', en: 'Lists of provinces' },
  events: { PlaceMapPublished: { vi: 'Đã công bố danh mục đơn vị hành chính', en: 'List of provinces published' } },
  commands: { PublishPlaceMap: { vi: 'Công bố danh mục đơn vị hành chính', en: 'Publish a list of provinces' } },
  fields: {
    codeSystem: { vi: 'Hệ mã', en: 'Code system' },
    validFrom: { vi: 'Có hiệu lực từ', en: 'Valid from' },
    validTo: { vi: 'Có hiệu lực đến', en: 'Valid to' },
    predecessor: { vi: 'Hệ mã trước đó', en: 'Code system before it' },
    provinces: { vi: 'Tỉnh, thành phố', en: 'Provinces' },
    source: { vi: 'Căn cứ', en: 'Source' },
  },
  refusals: {
    CodeTwice: { vi: ({ code }) => `Mã ${code} được ghi hai lần.`, en: ({ code }) => `The code ${code} is named twice.` },
    ValidityReversed: {
      vi: ({ validFrom, validTo }) => `Hiệu lực kết thúc ${validTo} trước khi bắt đầu ${validFrom}.`,
      en: ({ validFrom, validTo }) => `The validity ends on ${validTo}, before it begins on ${validFrom}.`,
    },
    NoPredecessor: {
      vi: ({ code }) => `Mã ${code} nêu mã cũ nhưng không có hệ mã trước đó.`,
      en: ({ code }) => `The code ${code} names former codes, but no code system before it is given.`,
    },
    PublishedLater: {
      vi: ({ publishedOn }) => `Danh mục này đã được công bố ngày ${publishedOn}; danh mục mới phải công bố sau ngày đó.`,
      en: ({ publishedOn }) => `That list was published on ${publishedOn}; another publication must be later.`,
    },
  },
  choices: { codeSystem: codeSystems, predecessor: codeSystems },
  parts: {
    code: { vi: 'Mã', en: 'Code' },
    name: { vi: 'Tên', en: 'Name' },
    formerCodes: { vi: 'Mã cũ', en: 'Former codes' },
  },
  statuses: {
    none: { vi: 'Chưa có', en: 'None' },
    published: { vi: 'Đã công bố', en: 'Published' },
  },
};
