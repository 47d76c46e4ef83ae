import { resolve } from 'node:path';
import { StartFault } from './start-fault.js';

/** What the environment says about a start. */
export interface StartSettings {
  readonly host: string;
  /** Undefined: the first free one from `FIRST_PORT` on. */
  readonly port: number | undefined;
  readonly dataDir: string;
  /** Undefined: the PostgreSQL that comes with the product, under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a value that means nothing stops the start instead of being passed over. `root`: the project's folder. */
export function readStartSettings(env: Environment, root: string): StartSettings {
  const isProduction = env.NODE_ENV === 'production';
  const demo = onOff(env.DEMO, !isProduction);
  if (demo && isProduction)
    throw new StartFault({
      vi: 'NODE_ENV=production không chạy dữ liệu thử. Hãy bỏ DEMO=on.',
      en: 'NODE_ENV=production runs no demo accounts. Remove DEMO=on.',
    });
  return {
    host: env.HOST || '127.0.0.1',
    port: portOf(env.PORT),
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    databaseUrl: databaseUrlOf(env.DATABASE_URL),
    demo,
  };
}

function portOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartFault({
    vi: `PORT phải là một số từ 1 đến 65535 (đang là "${text}").`,
    en: `PORT must be a number from 1 to 65535 (it is "${text}").`,
  });
}

function onOff(text: string | undefined, fallback: boolean): boolean {
  if (!text) return fallback;
  if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
  if (['off', 'false', '0', 'no'].includes(text.toLowerCase())) return false;
  throw new StartFault({ vi: `DEMO phải là on hoặc off (đang là "${text}").`, en: `DEMO must be on or off (it is "${text}").` });
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new StartFault({
    vi: 'DATABASE_URL phải có dạng postgres://tài-khoản:mật-khẩu@máy:cổng/cơ-sở-dữ-liệu.',
    en: 'DATABASE_URL must look like postgres://user:password@host:port/database.',
  });
}
