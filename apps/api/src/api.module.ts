import { Module, type DynamicModule } from '@nestjs/common';
import { BoardsModule, KnowledgeFromReadModels } from '@soquy/boards';
import type { EventStore } from '@soquy/event-store';
import { PlatformModule, type ReferenceBook, type Settings } from '@soquy/platform';
import { crossFigures, programmes } from '@soquy/programmes';
import type { ReadModels } from '@soquy/read-models';
import { referenceSlices } from '@soquy/reference';
import type { DataSource } from 'typeorm';
import { PagesModule } from './pages/pages.module.js';

/** Every slice of the product: what the law and the calendar say, and what the province records. */
export const slices = [...referenceSlices, ...programmes];
export const features = slices.map(({ feature }) => feature);

export interface ApiParts {
  readonly settings: Settings;
  readonly eventStore: EventStore;
  readonly readModels: ReadModels;
  readonly referenceBook: ReferenceBook;
  readonly dataSource: DataSource;
}

/** The product over HTTP, put together from its parts. */
@Module({})
export class ApiModule {
  static with({ settings, eventStore, readModels, referenceBook, dataSource }: ApiParts): DynamicModule {
    const boards = BoardsModule.with({ readModels, features, figures: crossFigures });
    const platform = PlatformModule.with({
      settings,
      slices,
      reactors: settings.projector,
      imports: [boards],
      ports: {
        eventStore: { useValue: eventStore },
        knowledge: { useValue: new KnowledgeFromReadModels(readModels) },
        referenceBook: { useValue: referenceBook },
        dataSource: { useValue: dataSource },
      },
    });
    return { module: ApiModule, imports: [platform, boards, PagesModule] };
  }
}
