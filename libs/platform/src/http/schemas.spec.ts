import { Matches, ValidateIf } from 'class-validator';
import { AllowedTo } from '../commands/allowed-to.js';
import { NaturalKey, Recording } from '../commands/recording.js';
import { RecordingCommand } from '../commands/recording-command.js';
import { requestSchemas } from './schemas.js';

@Recording('houses')
@AllowedTo('admin')
class BuildHouse extends RecordingCommand {
  @ValidateIf(() => true) @Matches(/^[a-z]+$/) @NaturalKey() declare agencyId: string;
}

describe('schemas of commands', () => {
  it('require what names the new object, even where other commands may leave the same field out', () => {
    const { BuildHouse: schema } = requestSchemas([
      { noun: 'houses', commands: { BuildHouse }, texts: { commands: {}, fields: {} } } as never,
    ]) as unknown as Record<string, { required: string[] }>;
    expect(schema!.required).toEqual(['agencyId', 'effectiveOn']);
  });
});
