import { AllowedTo, IsDay, IsText, NaturalKey, Recording, RecordingCommand } from '@soquy/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { CODE_SYSTEMS, type CodeSystem, type Province } from './place-map.events.js';

const CODE = /^\d{2}$/;
/** Two digits name at most a hundred provinces. */
const MOST_PROVINCES = 100;

class ProvinceField implements Province {
  @Matches(CODE) code: string;
  @IsText(2, 100) name: string;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(MOST_PROVINCES) @Matches(CODE, { each: true }) formerCodes?: string[];
}

@Recording('place-maps')
@AllowedTo('admin')
export class PublishPlaceMap extends RecordingCommand {
  @IsIn(CODE_SYSTEMS) @NaturalKey() codeSystem: CodeSystem;
  @IsDay() validFrom: string;
  @IsOptional() @IsDay() validTo?: string;
  @IsOptional() @IsIn(CODE_SYSTEMS) predecessor?: CodeSystem;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PROVINCES)
  @ValidateNested({ each: true })
  @Type(() => ProvinceField)
  provinces: ProvinceField[];
  @IsText(2, 500) source: string;
}
