import { readSettings, type Settings } from '@soquy/platform';
import { resolve } from 'node:path';
import { StartFault } from './start-fault.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The product's settings, with `dataDir` as a full path; relative ones begin at `root`, the project's folder. */
export function readStartSettings(env: Environment, root: string): Settings {
  const settings = readSettings(env);
  if (settings.demo && settings.production)
    throw new StartFault({
      vi: 'NODE_ENV=production không chạy dữ liệu mẫu. Hãy bỏ DEMO=on.',
      en: 'NODE_ENV=production runs no demo accounts. Remove DEMO=on.',
    });
  return Object.assign(settings, { dataDir: resolve(root, settings.dataDir) });
}
