import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { Metric } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import { GetChangesHandler } from './evidence/changes.queries.js';
import { GetEvidenceHandler } from './evidence/evidence.queries.js';
import { GetEventHandler } from './events/event.queries.js';
import { GetEventsHandler } from './events/events.queries.js';
import { ExportRunner } from './exports/export-runner.js';
import { FileAnswers } from './exports/file-answers.js';
import { Tables } from './exports/tables.js';
import { Catalogue } from './figures/catalogue.js';
import { GetBoardsHandler, GetCatalogueHandler, GetFigureHandler } from './figures/figure.queries.js';
import { BoardsController } from './http/boards.controller.js';
import { OpenCorrectionsController } from './http/corrections.controller.js';
import { EventsController } from './http/events.controller.js';
import { ExportsController } from './http/exports.controller.js';
import { FiguresController } from './http/figures.controller.js';
import { listRoutes } from './http/list-routes.js';
import { GetOpenCorrectionsHandler } from './lists/corrections.queries.js';
import { GetListHandler } from './lists/list.queries.js';
import { GetObjectHandler } from './lists/object.queries.js';
import { GetTimelineHandler } from './lists/timeline.queries.js';
import { People } from './people.js';

export interface BoardsParts {
  /** Left out where the application provides `ReadModels` itself. */
  readonly readModels?: ReadModels;
  readonly features: readonly Feature[];
  /** Metrics over several slices. */
  readonly figures?: Readonly<Record<string, Metric>>;
}

const handlers = [
  GetCatalogueHandler,
  GetFigureHandler,
  GetBoardsHandler,
  GetEvidenceHandler,
  GetChangesHandler,
  GetListHandler,
  GetObjectHandler,
  GetTimelineHandler,
  GetEventsHandler,
  GetEventHandler,
  GetOpenCorrectionsHandler,
];

/** Every question: figures, evidence, lists, timelines. The clock comes from the platform. */
@Module({})
export class BoardsModule {
  /** Served over HTTP, with files; what those are kept in comes from the platform. */
  static with(parts: BoardsParts): DynamicModule {
    const { providers = [], ...questions } = BoardsModule.questions(parts);
    const lists = parts.features.map(listRoutes);
    return {
      ...questions,
      controllers: [
        FiguresController,
        BoardsController,
        EventsController,
        ExportsController,
        OpenCorrectionsController,
        ...lists,
      ],
      providers: [...providers, Tables, FileAnswers, ExportRunner],
    };
  }

  /** For asking by the query bus alone. */
  static questions({ readModels, features, figures }: BoardsParts): DynamicModule {
    const entrance = readModels ? [{ provide: ReadModels, useValue: readModels }] : [];
    return {
      module: BoardsModule,
      global: true,
      imports: [CqrsModule],
      providers: [...entrance, People, { provide: Catalogue, useValue: new Catalogue(features, figures) }, ...handlers],
      exports: [Catalogue, ...(readModels ? [ReadModels] : [])],
    };
  }
}
