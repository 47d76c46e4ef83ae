import { KnowledgeFromReadModels } from '@soquy/boards';
import { assertSameLog, PlatformModule, ProjectionsModule, type Composition } from '@soquy/platform';
import type { ReadModelsLog } from '@soquy/read-models';
import { ReferenceBookFromLog } from '@soquy/reference';
import type { DynamicModule } from '@nestjs/common';
import { assertKnownPlaces } from './assert-known-places.js';
import { closing } from './closing.js';
import type { Running } from './open-log.js';
import { openRows, type OpenRows } from './open-rows.js';
import { ReadSideProjections } from './read-side-projections.js';
import { slices } from './slices.js';

/** Everything a process of the product stands on. */
export interface Parts extends OpenRows {
  readonly settings: Running;
  readonly referenceBook: ReferenceBookFromLog;
}

/** Opened, and projecting where the settings say so; refused where the read rows were made from another log. */
export async function openParts(settings: Running, log: ReadModelsLog): Promise<Parts> {
  return await closing(async (onClose) => {
    const { close, ...opened } = await openRows(settings, log);
    onClose(close);
    await assertKnownPlaces(opened.dataSource, opened.eventStore);
    if (settings.projector) opened.readSide.runner.start();
    const referenceBook = new ReferenceBookFromLog(opened.eventStore);
    onClose(() => referenceBook.close());
    return { ...opened, settings, referenceBook };
  });
}

/** Refused where a store that was out of reach at the start holds another log. To be asked when it answers. */
export async function assertThisLog({ dataSource, eventStore }: Pick<Parts, 'dataSource' | 'eventStore'>): Promise<void> {
  await assertKnownPlaces(dataSource, eventStore);
  await assertSameLog(dataSource, eventStore);
}

/** The platform over these parts, with every slice; reactors run where rows are projected. */
export function productModule(
  { settings, eventStore, readSide, referenceBook, dataSource }: Parts,
  imports: Composition['imports'] = [],
): DynamicModule {
  return PlatformModule.with({
    settings,
    slices,
    reactors: settings.projector,
    imports: [ProjectionsModule.with(new ReadSideProjections(readSide, eventStore)), ...imports],
    ports: {
      eventStore: { useValue: eventStore },
      knowledge: { useValue: new KnowledgeFromReadModels(readSide.models) },
      referenceBook: { useValue: referenceBook },
      dataSource: { useValue: dataSource },
    },
  });
}
