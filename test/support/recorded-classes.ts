import { PostgresEventStore, type NewEvent } from '@soquy/event-store';
import { randomUUID } from 'node:crypto';
import { sampleMetadata } from '../contract/samples.js';

/** A class held, as the log of a province tells it: two events of one stream. */
export async function recordClass(store: PostgresEventStore, heldOn: string, learners: number, costVnd: number): Promise<string> {
  const trainingClassId = randomUUID();
  const planned = { trainingClassId, kind: 'craft', title: 'Truyền nghề đan lát', plannedOn: heldOn };
  const held = { trainingClassId, learners: { value: learners }, countBasis: 'persons', costVnd, heldOn };
  const code = `LH-${heldOn.slice(0, 4)}-${trainingClassId.slice(0, 4)}`;
  await store.append(`trainingClass-${trainingClassId}`, 'no-stream', [
    recorded('TrainingClassPlanned', planned, heldOn, code),
    recorded('TrainingClassHeld', held, heldOn),
  ]);
  return `trainingClass-${trainingClassId}`;
}

/** The agency of the classes. */
export const agencyEvent = (): NewEvent => {
  const data = { agencyId: 'tra-vinh', name: 'Liên minh HTX tỉnh Trà Vinh', kind: 'alliance', registeredOn: '2020-01-01' };
  return recorded('AgencyRegistered', data, '2020-01-01', 'tra-vinh');
};

/** An event that no code of today can take in. */
export const strangeEvent = (): NewEvent => recorded('TrainingClassBlessed', { blessedOn: '2020-05-01' }, '2020-05-01');

const recorded = (type: string, data: object, effectiveOn: string, objectCode?: string): NewEvent => ({
  id: randomUUID(),
  type,
  data,
  metadata: { ...sampleMetadata, effectiveOn, budgetYear: Number(effectiveOn.slice(0, 4)), ...(objectCode && { objectCode }) },
});
