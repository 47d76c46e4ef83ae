import type { Intent } from '../../libs/platform/src/commands/intent.js';

/** What numbering needs of a command that begins a training class; the key stands for the command and for the class. */
export const intentOf = (key: string) =>
  ({
    feature: { codePrefix: 'LTH' },
    command: { effectiveOn: '2026-03-02' },
    context: { commandId: key, actor: { personId: 'p-1', role: 'officer' }, origin: { requestId: 'r-1' } },
    commandHash: 'hash',
    stream: `trainingClass-${key}`,
    now: new Date('2026-03-02T03:00:00Z'),
  }) as unknown as Intent;
