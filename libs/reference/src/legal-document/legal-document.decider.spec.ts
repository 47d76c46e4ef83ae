import { occasion, scenario } from '@soquy/kernel/scenario.js';
import { legalDocument } from './legal-document.decider.js';
import { legalDocumentEvents, type LegalDocumentEvent } from './legal-document.events.js';

const legalDocumentId = 'bac-giang-24-2018-nq-hdnd';
const given = scenario(legalDocument, legalDocumentEvents, occasion({ objectId: legalDocumentId }));
const text = {
  legalDocumentId,
  number: '24/2018/NQ-HĐND',
  title: 'Chính sách hỗ trợ hợp tác xã nông nghiệp',
  issuer: 'HĐND tỉnh Bắc Giang',
  issuedOn: '2018-12-07',
  inForceOn: '2019-01-01',
};
const wish = { ...text, effectiveOn: '2018-12-07' };
const recorded: LegalDocumentEvent = { type: 'LegalDocumentRecorded', data: { ...text, recordedOn: '2018-12-07' } };
const repealed: LegalDocumentEvent = {
  type: 'LegalDocumentRepealed',
  data: { legalDocumentId, repealedBy: '10/2021/NQ-HĐND', repealedOn: '2022-01-01' },
};

describe('a legal document', () => {
  it('is recorded once: the same again is nothing, anything else is refused', () => {
    given().when('RecordLegalDocument', wish).then(recorded);
    given(recorded).when('RecordLegalDocument', wish).thenNothing();
    given(recorded)
      .when('RecordLegalDocument', { ...wish, title: 'Khác' })
      .thenRefused('AlreadyRecorded', { legalDocumentId, number: '24/2018/NQ-HĐND' });
  });

  it('is not cited under another year than its number carries', () => {
    given()
      .when('RecordLegalDocument', { ...wish, number: '24/2019/NQ-HĐND' })
      .thenRefused('YearContradictsNumber', { number: '24/2019/NQ-HĐND', issuedOn: '2018-12-07' });
    const { issuedOn, ...undated } = wish;
    given()
      .when('RecordLegalDocument', { ...undated, number: '375/CTr-UBND' })
      .then({ type: 'LegalDocumentRecorded', data: expect.not.objectContaining({ issuedOn: expect.anything() }) as never });
  });

  it('is issued, then in force, then at an end', () => {
    given()
      .when('RecordLegalDocument', { ...wish, inForceOn: '2018-12-06' })
      .thenRefused('DaysReversed', { earlier: '2018-12-07', later: '2018-12-06' });
    given()
      .when('RecordLegalDocument', { ...wish, validTo: '2018-12-31' })
      .thenRefused('DaysReversed', { earlier: '2019-01-01', later: '2018-12-31' });
  });

  it('is repealed once, not before it is in force', () => {
    const repeal = { legalDocumentId, repealedBy: '10/2021/NQ-HĐND', effectiveOn: '2022-01-01' };
    given(recorded).when('RepealLegalDocument', repeal).then(repealed);
    given(recorded, repealed).when('RepealLegalDocument', repeal).thenNothing();
    given(recorded, repealed)
      .when('RepealLegalDocument', { ...repeal, effectiveOn: '2023-01-01' })
      .thenRefused('AlreadyRepealed', { repealedOn: '2022-01-01' });
    given(recorded)
      .when('RepealLegalDocument', { ...repeal, effectiveOn: '2018-12-31' })
      .thenRefused('DaysReversed', { earlier: '2019-01-01', later: '2018-12-31' });
  });
});
