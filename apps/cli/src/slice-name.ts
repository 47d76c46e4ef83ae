import { UsageError } from './command.js';
import { features } from '@soquy/product';

/** The slice a command names; a name that no slice has is answered with those there are. */
export function sliceNamed(name: string | undefined): string | undefined {
  if (name === undefined || features.some(({ noun }) => noun === name)) return name;
  const names = features.map(({ noun }) => noun).join(', ');
  throw new UsageError({ vi: `Không có bảng "${name}". Có: ${names}.`, en: `There is no slice "${name}". There are: ${names}.` });
}
