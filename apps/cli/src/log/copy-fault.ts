import type { Words } from '@soquy/kernel';
import type { EventLine, ReadEvent } from './event-lines.js';
import { LogFault } from './log-fault.js';

/**
 * `different`: the target holds other events than the source begins with, or more. `disturbed`: another program wrote to it
 * meanwhile. `unequal`: read back, it is not what was written.
 */
export type CopyFaultKind = 'different' | 'disturbed' | 'unequal';

/** Why one log cannot be made, or is not, equal to another. */
export class CopyFault extends LogFault {
  constructor(
    readonly kind: CopyFaultKind,
    words: Words,
    detail?: string,
  ) {
    super(words, detail);
    this.name = 'CopyFault';
  }
}

/** `nth` counts from 1; without `source` the source ends before it. */
export function different(nth: number, source: ReadEvent | undefined, target: ReadEvent): CopyFault {
  const parts = source ? differingParts(source.line, target.line) : [];
  const detail = [
    `${nth}: ${source ? placeOf(source.line) : '–'}`,
    `${nth}: ${placeOf(target.line)}`,
    ...(parts.length > 0 ? [`<> ${parts.join(', ')}`] : []),
  ].join('\n');
  const words = {
    vi: `Sổ đích có sự kiện khác với sổ nguồn, bắt đầu từ sự kiện thứ ${nth} (nguồn, rồi đích, ở dưới). Chưa ghi gì.`,
    en: `The target holds events other than the source, first at event ${nth} (source, then target, below). Nothing was written.`,
  };
  return new CopyFault('different', words, detail);
}

export const disturbed = () =>
  new CopyFault('disturbed', {
    vi: 'Có chương trình khác ghi vào sổ đích trong khi chép. Hãy dừng chương trình đó và chép sang một sổ trống.',
    en: 'Another program recorded in the target meanwhile. Stop it, and copy to an empty log.',
  });

export const unequal = (detail: string) =>
  new CopyFault(
    'unequal',
    {
      vi: 'Đọc lại, sổ đích không giống sổ nguồn. Đừng dùng sổ đích; hãy chép sang một sổ trống.',
      en: 'Read back, the target does not equal the source. Do not use the target; copy to an empty log.',
    },
    detail,
  );

const placeOf = ({ stream, revision, type, id }: EventLine): string => `${stream} @${revision} ${type} ${id}`;

const differingParts = (source: EventLine, target: EventLine): string[] =>
  (['stream', 'revision', 'id', 'type', 'data', 'metadata'] as const).filter(
    (part) => JSON.stringify(source[part]) !== JSON.stringify(target[part]),
  );
