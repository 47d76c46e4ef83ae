import { correctionEvents } from './corrections.js';
import { reservationEvents } from './reservation.js';

/** Events that may stand in any object's stream beside its own; every fold of a slice passes over them. */
export const kernelEvents = { ...correctionEvents, ...reservationEvents };

export const isKernelEvent = (type: string): type is keyof typeof kernelEvents => Object.hasOwn(kernelEvents, type);
