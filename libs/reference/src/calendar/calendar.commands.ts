import { AllowedTo, IsCount, IsDay, IsText, NaturalKey, Recording, RecordingCommand } from '@soquy/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, Matches, ValidateNested } from 'class-validator';
import type { Holiday } from './calendar.events.js';

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** Twelve holidays a year, with made up and swapped days. */
const MOST_DAYS = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

class HolidayField implements Holiday {
  @IsDay() day: string;
  @IsText(2, 100) name: string;
}

/** All days off of a year at once, as the yearly decision gives them. */
@Recording('calendars')
@AllowedTo('admin')
export class PublishCalendarYear extends RecordingCommand {
  @IsCount(LAST_YEAR, FIRST_YEAR) @NaturalKey() year: number;
  @IsArray() @ArrayMaxSize(MOST_DAYS) @ValidateNested({ each: true }) @Type(() => HolidayField) holidays: HolidayField[];
  @IsArray() @ArrayMaxSize(MOST_DAYS) @Matches(DAY, { each: true }) workingWeekendDays: string[];
  @IsText(2, 500) source: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_DAYS) @Matches(DAY, { each: true }) unverifiedDays?: string[];
}
