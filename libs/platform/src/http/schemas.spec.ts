import { IsUUID, Matches, ValidateIf } from 'class-validator';
import { AllowedTo } from '../commands/allowed-to.js';
import { IsQuantity, IsVnd, QuantityField } from '../commands/fields.js';
import { NaturalKey, Recording } from '../commands/recording.js';
import { RecordingCommand, type CommandBase } from '../commands/recording-command.js';
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

function Size<Base extends CommandBase>(base: Base) {
  abstract class Size extends base {
    @IsVnd() priceVnd: number;
  }
  return Size;
}

abstract class OfHouse extends RecordingCommand {
  @IsUUID() houseId: string;
}

@Recording('houses/:houseId/sales')
@AllowedTo('admin')
class SellHouse extends Size(OfHouse) {}

@Recording('sold-houses')
@AllowedTo('admin')
class RecordSoldHouse extends Size(BuildHouse) {}

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

  it('hold all fields of a command that adds none to those it shares with others', () => {
    const { SellHouse: sale, RecordSoldHouse: sold } = requestSchemas([
      { noun: 'houses', commands: { SellHouse, RecordSoldHouse }, texts: { commands: {}, fields: {} } } as never,
    ]) as unknown as Record<string, { properties: object; required: string[] }>;
    const common = ['effectiveOn', 'evidence', 'reason', 'agencyId'];
    expect(Object.keys(sale!.properties)).toEqual(['priceVnd', ...common]);
    expect(Object.keys(sold!.properties)).toEqual(['priceVnd', ...common]);
    expect([sale!.required, sold!.required]).toEqual([
      ['priceVnd', 'effectiveOn'],
      ['agencyId', 'priceVnd', 'effectiveOn'],
    ]);
  });
});
