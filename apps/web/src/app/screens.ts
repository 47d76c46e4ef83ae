import type { Screen } from '../shared/ui/screen.js';

/** Every page of the product: each feature lists its own in a file `*.screens.ts`, under whatever name. */
const files = import.meta.glob<Record<string, readonly Screen[]>>('../features/*/*.screens.ts', { eager: true });

export const screens: readonly Screen[] = Object.values(files).flatMap((file) => Object.values(file).flat());
