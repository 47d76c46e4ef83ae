import type { OrganisationSnapshot } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { Book, idOf } from './book.js';
import { agency, course, debt, fund, organisation, programme } from './slices.js';

export const clock: Clock = { now: () => new Date('2026-06-30T05:00:00Z') };

const snapshot = (word: string, type: OrganisationSnapshot['type']): OrganisationSnapshot => ({
  organisationId: idOf(word),
  type,
  sector: 'agriculture',
  place: 'TCTK63:84',
});
export const anhMai = snapshot('anh mai', 'cooperative');
export const nhoTo = snapshot('nho to', 'cooperativeGroup');

/**
 * Two agencies, a programme, a fund. Four courses: one exact, one "over", one with nothing told, one of the other agency; a
 * cost of 314.230.000 is corrected away and told anew. Two debts, one of which falls due unpaid.
 */
export async function smallWorld(): Promise<{ book: Book; wrongCost: string; correction: string }> {
  const book = await Book.open();
  for (const [id, title] of [
    ['tra-vinh', 'Trà Vinh'],
    ['soc-trang', 'Sóc Trăng'],
  ] as const)
    await book.record(agency, id, 'Named', { title, namedOn: '2019-01-01' });
  await book.record(programme, idOf('khuyen cong'), 'Named', { title: 'Khuyến công địa phương', namedOn: '2019-01-01' });
  await book.record(fund, idOf('quy'), 'Named', { title: 'Quỹ HTPT HTX', namedOn: '2019-01-01' });
  await book.record(organisation, anhMai.organisationId, 'Named', { title: 'HTX Ánh Mai', namedOn: '2019-01-01' });
  await book.record(organisation, nhoTo.organisationId, 'Named', { title: 'THT Nho Tơ', namedOn: '2019-01-01' });

  const plan = async (word: string, kind: string, plannedOn: string, inAgency = 'tra-vinh') =>
    book.record(
      course,
      idOf(word),
      'CoursePlanned',
      { title: `Lớp đan lát ${word}`, kind, programmeId: idOf('khuyen cong'), plannedOn },
      { agency: inAgency },
    );
  await plan('mot', 'craft', '2020-01-10');
  await book.record(course, idOf('mot'), 'CourseHeld', {
    learners: { value: 30 },
    costVnd: 67_175_000,
    organisation: anhMai,
    heldOn: '2020-02-05',
  });
  await plan('hai', 'craft', '2020-03-01');
  const wrongCost = await book.record(course, idOf('hai'), 'CourseHeld', {
    learners: { value: 40, qualifier: 'over' },
    costVnd: 314_230_000,
    organisation: nhoTo,
    heldOn: '2020-03-31',
  });
  await plan('ba', 'management', '2020-04-01');
  await book.record(course, idOf('ba'), 'CourseHeld', { organisation: anhMai, heldOn: '2020-05-05' });
  await plan('bon', 'craft', '2020-06-01', 'soc-trang');
  await book.record(course, idOf('bon'), 'CourseHeld', { learners: { value: 20 }, costVnd: 1_000_000, heldOn: '2020-06-20' });

  const about = { correctionId: 'c-1', eventId: wrongCost, eventType: 'CourseHeld' };
  await book.record(
    course,
    idOf('hai'),
    'CorrectionRequested',
    { ...about, requestedBy: 'officer-1', requestedOn: '2020-03-31' },
    { extra: { correctionId: 'c-1', reason: 'gõ nhầm số' } },
  );
  const correction = await book.record(
    course,
    idOf('hai'),
    'CorrectionApproved',
    { ...about, approvedOn: '2020-03-31' },
    { extra: { correctionId: 'c-1', reverses: wrongCost } },
  );
  await book.record(course, idOf('hai'), 'CourseHeld', {
    learners: { value: 40 },
    costVnd: 31_423_000,
    organisation: nhoTo,
    heldOn: '2020-03-31',
  });

  const lend = (word: string, who: OrganisationSnapshot, amountVnd: number, dueOn: string) =>
    book.record(debt, idOf(word), 'DebtLent', { organisation: who, fundId: idOf('quy'), amountVnd, dueOn, lentOn: '2021-01-05' });
  await lend('no mot', anhMai, 200_000_000, '2021-06-30');
  await lend('no hai', nhoTo, 100_000_000, '2021-06-30');
  await book.record(debt, idOf('no mot'), 'DebtRepaid', { amountVnd: 150_000_000, repaidOn: '2021-07-15' });
  await book.record(debt, idOf('no hai'), 'DebtRepaid', { amountVnd: 100_000_000, repaidOn: '2021-06-01' });
  return { book, wrongCost, correction };
}
