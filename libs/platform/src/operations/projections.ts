import { Module, type DynamicModule } from '@nestjs/common';
import { ProjectionsController } from './projections.controller.js';
import { Projections } from './projections.port.js';

export * from './projections.port.js';

/** The read tables over HTTP, for an application that has some. Needs `PlatformModule` around it. */
@Module({})
export class ProjectionsModule {
  static with(projections: Projections): DynamicModule {
    return {
      module: ProjectionsModule,
      controllers: [ProjectionsController],
      providers: [{ provide: Projections, useValue: projections }],
    };
  }
}
