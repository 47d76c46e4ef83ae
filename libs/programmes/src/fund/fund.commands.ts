import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { AllowedTo, IsCount, IsText, Recording, RecordingCommand } from '@soquy/platform';
import { BORROWED_SOURCES, CAPITAL_SOURCES, isBorrowed, type BorrowedSource, type CapitalSource } from './fund.events.js';

/** A hundred thousand billion đồng: no provincial fund comes near it, and sums of such amounts stay exact. */
const MOST_VND = 100_000_000_000_000;
const IsMoney = (least = 0) => IsCount(MOST_VND, least);
/** A fund's opening balance has a handful of sources; more lines are a mistake. */
const MOST_BALANCES = 50;

/** Only borrowed capital has a lender, and it must be named. */
const NamesLender = () => ValidateIf(({ source, lender }: CapitalBalance) => isBorrowed(source) || lender !== undefined);

class CapitalBalance {
  @IsIn(CAPITAL_SOURCES) source: CapitalSource;
  @IsMoney(1) amountVnd: number;
  @NamesLender() @IsText(2, 200) lender?: string;
}

@Recording('funds')
@AllowedTo('fund-manager')
export class OpenFund extends RecordingCommand {
  @IsText(3, 200) name: string;
  /** The fund's own lending regulation, by number and date. */
  @IsOptional() @IsText(3, 200) regulation?: string;
}

@Recording('funds/:fundId/opening-balances')
@AllowedTo('finance', 'fund-manager')
export class OpenFundBalances extends RecordingCommand {
  @IsUUID() fundId: string;
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_BALANCES)
  @ValidateNested({ each: true })
  @Type(() => CapitalBalance)
  balances: CapitalBalance[];
}

@Recording('funds/:fundId/capital-receipts')
@AllowedTo('finance', 'fund-manager')
export class ReceiveCapital extends RecordingCommand {
  @IsUUID() fundId: string;
  @IsIn(CAPITAL_SOURCES) source: CapitalSource;
  @IsMoney(1) amountVnd: number;
  @NamesLender() @IsText(2, 200) lender?: string;
}

/** Borrowed capital given back to its lender. */
@Recording('funds/:fundId/capital-returns')
@AllowedTo('finance', 'fund-manager')
export class ReturnCapital extends RecordingCommand {
  @IsUUID() fundId: string;
  @IsIn(BORROWED_SOURCES) source: BorrowedSource;
  @IsMoney(1) amountVnd: number;
  @IsOptional() @IsText(2, 200) lender?: string;
}

@Recording('funds/:fundId/charter-declarations')
@AllowedTo('finance', 'fund-manager')
export class DeclareCharterCapital extends RecordingCommand {
  @IsUUID() fundId: string;
  @IsMoney() bookCharterVnd: number;
  @IsMoney() undistributedProfitVnd: number;
  @IsMoney() unhandledLossVnd: number;
}
