import type { Type } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import type { RecordingCommand } from '../commands/recording-command.js';

/** Commands that are recorded under one noun; a slice is one such group, corrections are another. */
export interface RecordingGroup {
  readonly noun: string;
  readonly commands: Readonly<Record<string, Type<RecordingCommand>>>;
  readonly texts: {
    readonly commands: Readonly<Record<string, Words>>;
    readonly fields: Readonly<Record<string, Words>>;
  };
}
