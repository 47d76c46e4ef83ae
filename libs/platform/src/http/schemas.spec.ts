import { Matches, ValidateIf } from 'class-validator';
import { AllowedTo } from '../commands/allowed-to.js';
import { IsQuantity, QuantityField } from '../commands/fields.js';
import { NaturalKey, Recording } from '../commands/recording.js';
import { RecordingCommand } from '../commands/recording-command.js';
import { requestSchemas } from './schemas.js';

@Recording('houses')
@AllowedTo('admin')
class BuildHouse extends RecordingCommand {
  @ValidateIf(() => true) @Matches(/^[a-z]+$/) @NaturalKey() declare agencyId: string;
}

@Recording('measures')
@AllowedTo('admin')
class MeasureHouse extends RecordingCommand {
  @IsQuantity() area: QuantityField;
}

describe('schemas of commands', () => {
  it('say that both ends of a range are whole numbers', () => {
    const { MeasureHouse: house, QuantityField: quantity } = requestSchemas([
      { noun: 'measures', commands: { MeasureHouse }, texts: { commands: {}, fields: {} } } as never,
    ]) as unknown as Record<string, { properties: Record<string, object> }>;
    expect(house!.properties.area).toEqual({ $ref: expect.stringContaining('QuantityField') });
    const whole = { type: 'integer', minimum: 0, maximum: 1_000_000_000_000 };
    expect(quantity!.properties).toMatchObject({ value: whole, valueTo: whole });
  });

  it('require what names the new object, even where other commands may leave the same field out', () => {
    const { BuildHouse: schema } = requestSchemas([
      { noun: 'houses', commands: { BuildHouse }, texts: { commands: {}, fields: {} } } as never,
    ]) as unknown as Record<string, { required: string[] }>;
    expect(schema!.required).toEqual(['agencyId', 'effectiveOn']);
  });
});
