import type { StreamableFile } from '@nestjs/common';
import type { ReadModels } from '@soquy/read-models';
import type { FastifyReply } from 'fastify';
import type { Catalogue } from '../figures/catalogue.js';
import { FigureReader } from '../figures/figure-reader.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { entryColumns, foldColumns, keyColumns, partColumns } from '../formats/columns.js';
import { each, exportFile, type Exported, type FileForm } from '../formats/export.js';
import type { Columns } from '../formats/format.js';
import { openFigure, partsOf } from './evidence.queries.js';
import { entryItems, foldItems, keyItems, type Items, type Page } from './items.js';

/** Items read at a time while exporting. */
const BATCH = 1_000;

/** All that stands behind a figure, as a file. */
export async function exportEvidence(
  readModels: ReadModels,
  catalogue: Catalogue,
  reply: FastifyReply,
  form: FileForm,
  figureId: string,
  reader: Reader,
): Promise<StreamableFile> {
  const { metric, ...frame } = openFigure(catalogue, figureId, reader);
  return exportFile<never>(readModels, reply, form, async (session) => {
    const found = await table(new FigureReader(session, catalogue), metric, frame);
    return { name: `${metric}-evidence`, position: frame.knownAt, ...found } as Exported<never>;
  });
}

async function table(
  reader: FigureReader,
  name: string,
  frame: Frame,
): Promise<{ rows: AsyncIterable<unknown>; columns: Columns<never> }> {
  const metric = reader.catalogue.metric(name);
  switch (metric.kind) {
    case 'sum':
    case 'stock':
      return { rows: all((page) => entryItems(reader, { metric: name, kind: metric.kind }, frame, page)), columns: entryColumns };
    case 'distinct':
      return { rows: all((page) => keyItems(reader, metric, name, frame, page)), columns: keyColumns };
    case 'fold':
      return { rows: all((page) => foldItems(reader, metric, frame, page)), columns: foldColumns };
    default:
      return { rows: each(await partsOf(reader, name, frame)), columns: partColumns };
  }
}

async function* all<Item>(read: (page: Page) => Promise<Items<Item>>): AsyncGenerator<Item> {
  for (let after: string | undefined; ;) {
    const { items, next } = await read({ limit: BATCH, after });
    yield* items;
    if (next === undefined) return;
    after = next;
  }
}
