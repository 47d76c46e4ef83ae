import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { placeMap } from './place-map.decider.js';
import { placeMapEvents, type PlaceMapEvent } from './place-map.events.js';

const given = scenario(placeMap, placeMapEvents, occasion({ objectId: 'QD19-2025' }));
const map = {
  codeSystem: 'QD19-2025',
  validFrom: '2025-07-01',
  predecessor: 'TCTK63',
  provinces: [
    { code: '24', name: 'Bắc Ninh', formerCodes: ['24', '27'] },
    { code: '86', name: 'Vĩnh Long', formerCodes: ['83', '84', '86'] },
  ],
  source: 'QĐ 19/2025/QĐ-TTg',
} as const;
const wish = {
  ...map,
  provinces: map.provinces.map((one) => ({ ...one, formerCodes: [...one.formerCodes] })),
  effectiveOn: '2025-07-01',
};
const published: PlaceMapEvent = { type: 'PlaceMapPublished', data: { ...map, publishedOn: '2025-07-01' } };

describe('the list of provinces of a code system', () => {
  it('is published once, and anew on a later day only', () => {
    given().when('PublishPlaceMap', wish).then(published);
    given(published)
      .when('PublishPlaceMap', { ...wish, effectiveOn: '2025-08-01' })
      .thenNothing();
    const renamed = { ...wish, source: 'QĐ khác' };
    given(published).when('PublishPlaceMap', renamed).thenRefused('PublishedLater', { publishedOn: '2025-07-01' });
    given(published)
      .when('PublishPlaceMap', { ...renamed, effectiveOn: '2025-08-01' })
      .then({ type: 'PlaceMapPublished', data: { ...map, source: 'QĐ khác', publishedOn: '2025-08-01' } });
  });

  it('names each unit once, and each former unit in one new unit only', () => {
    const [first, second] = wish.provinces as [(typeof wish.provinces)[0], (typeof wish.provinces)[0]];
    given()
      .when('PublishPlaceMap', { ...wish, provinces: [first, { ...second, code: '24' }] })
      .thenRefused('CodeTwice', { code: '24' });
    given()
      .when('PublishPlaceMap', { ...wish, provinces: [first, { ...second, formerCodes: ['27'] }] })
      .thenRefused('CodeTwice', { code: '27' });
    const { predecessor, ...alone } = wish;
    given().when('PublishPlaceMap', alone).thenRefused('NoPredecessor', { code: '24' });
    given()
      .when('PublishPlaceMap', { ...wish, validTo: '2025-06-30' })
      .thenRefused('ValidityReversed', { validFrom: '2025-07-01', validTo: '2025-06-30' });
  });
});
