import { nothing, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { Programme } from './programme.decider.js';
import type { ProgrammeEvents } from './programme.events.js';
import type { programmeFigures } from './programme.figures.js';

/** A programme adds nothing by itself; its budget lines and activities do. */
export const programmeOutcomes: Outcomes<ProgrammeEvents, AddableOf<typeof programmeFigures>, Programme> = {
  dimensions: (state) => (state.status === 'none' ? {} : { programmeId: state.programmeId }),
  on: { ProgrammeOpened: nothing, ProgrammeExtended: nothing, ProgrammeClosed: nothing },
};
