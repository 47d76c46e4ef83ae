import type { Words } from '@soquy/kernel';
import type { CommandCard, KindCard } from '../../shared/api/catalogue.js';

/** What is awaited of what: "Phê duyệt cho vay / Từ chối cho vay: Các khoản vay". Files of one kind wait for different steps. */
export const queueHeading = (
  { kind, steps }: { readonly kind: Pick<KindCard, 'words'>; readonly steps: readonly Pick<CommandCard, 'words'>[] },
  say: (words: Words) => string,
): string => `${steps.map(({ words }) => say(words)).join(' / ')}: ${say(kind.words)}`;
