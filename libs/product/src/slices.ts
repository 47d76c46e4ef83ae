import type { Feature, SliceModule } from '@soquy/platform';
import { programmes } from '@soquy/programmes';
import { referenceSlices } from '@soquy/reference';

/** Every slice of the product: what the law and the calendar say, and what the province records. */
export const slices: readonly SliceModule[] = [...referenceSlices, ...programmes];
export const features: readonly Feature[] = slices.map(({ feature }) => feature);
