import { fundSteps } from './every-route-funds.js';
import { referenceSteps } from './every-route-reference.js';
import { supportSteps } from './every-route-support.js';
import type { Step } from './every-route-step.js';

/**
 * A way through every recording route there is, in an agency of its own. `no` keeps apart what must be unique when the way is
 * gone more than once; it counts up from 1, one digit.
 */
export const everyRoute = (no: number): readonly Step[] => [...referenceSteps(no), ...supportSteps(no), ...fundSteps];
