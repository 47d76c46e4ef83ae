import { Module, type DynamicModule } from '@nestjs/common';
import { BoardsModule } from '@soquy/boards';
import { features, productModule, type Parts } from '@soquy/product';
import { crossFigures } from '@soquy/programmes';
import { LoanCalculationsController } from './loan-calculations/loan-calculations.controller.js';
import { WebModule } from './web/web.module.js';

/** The product over HTTP. */
@Module({})
export class ApiModule {
  static with(parts: Parts): DynamicModule {
    const boards = BoardsModule.with({ readModels: parts.readSide.models, features, figures: crossFigures });
    return {
      module: ApiModule,
      controllers: [LoanCalculationsController],
      imports: [productModule(parts, [boards]), boards, WebModule],
    };
  }
}
