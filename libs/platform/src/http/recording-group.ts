import type { Type } from '@nestjs/common';
import type { Words } from '@soquy/kernel';
import type { RecordingCommand } from '../commands/recording-command.js';
import type { Choices } from './field-words.js';

/** Commands that are recorded under one noun; a slice is one such group, corrections are another. */
export interface RecordingGroup {
  readonly noun: string;
  readonly commands: Readonly<Record<string, Type<RecordingCommand>>>;
  readonly texts: {
    readonly commands: Readonly<Record<string, Words>>;
    readonly fields: Readonly<Record<string, Words>>;
    /** Fields of objects nested in a command, where no field of a command is called so. */
    readonly parts?: Readonly<Record<string, Words>>;
    readonly choices?: Choices;
    /** Command, field: where the value that its form begins with comes from. */
    readonly suggested?: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  };
}
