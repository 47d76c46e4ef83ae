import { Module, type DynamicModule } from '@nestjs/common';
import { BoardsModule } from '@soquy/boards';
import { features, productModule, type Parts } from '@soquy/product';
import { crossFigures } from '@soquy/programmes';
import { PagesModule } from './pages/pages.module.js';

/** The product over HTTP. */
@Module({})
export class ApiModule {
  static with(parts: Parts): DynamicModule {
    const boards = BoardsModule.with({ readModels: parts.readSide.models, features, figures: crossFigures });
    return { module: ApiModule, imports: [productModule(parts, [boards]), boards, PagesModule] };
  }
}
