import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { CorrectionEvents, Words } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import { pageOf, valuesOf } from '../cursor.js';
import type { ObjectLink } from '../evidence/evidence.js';
import { objectLink, type Page } from '../evidence/items.js';
import { eventLine, eventWords, FACT_COLUMNS, type EventLine, type FactRow } from '../facts.js';
import { frameOf, metaOf, type AnswerMeta, type AskedFrame } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import { labelsOf } from '../figures/labels.js';
import type { Reader } from '../figures/reader.js';
import { People } from '../people.js';

/** Corrections that wait for a decision, oldest first. */
export class GetOpenCorrections extends Query<OpenCorrections> {
  constructor(
    readonly asked: Pick<AskedFrame, 'agency' | 'knownAt'> & { readonly minPosition?: string | undefined },
    readonly page: Page,
    readonly reader: Reader,
  ) {
    super();
  }
}

/** `eventId` and `type` are those of the request itself; `of` is the fact it wants taken back. */
export interface OpenCorrection extends EventLine {
  readonly correctionId: string;
  readonly object: ObjectLink;
  readonly of: { readonly eventId: string; readonly type: string; readonly words: Words };
}

export interface OpenCorrections {
  readonly items: readonly OpenCorrection[];
  readonly next?: string;
  readonly meta: AnswerMeta;
}

@QueryHandler(GetOpenCorrections)
export class GetOpenCorrectionsHandler implements IQueryHandler<GetOpenCorrections> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async execute({ asked: { minPosition, ...asked }, page, reader }: GetOpenCorrections): Promise<OpenCorrections> {
    const found = await this.readModels.read(
      async (session) => {
        const frame = await frameOf(session, this.catalogue, reader, this.clock, asked);
        const where = new Where().and('f.build = any(?)', session.builds).and(`f.type = 'CorrectionRequested'`);
        const agencies = frame.filters.agency ? [frame.filters.agency] : frame.agencies;
        if (agencies) where.and('f.agency_id = any(?)', agencies);
        const known = where.parameter(frame.knownAt);
        const after = valuesOf(page.after, 'text');
        if (after) where.and('f.position > ?', after[0]);
        const rows: FactRow[] = await session.manager.query(
          `select ${FACT_COLUMNS} from rm.facts f where ${where} and f.position <= ${known}
              and not exists (select from rm.facts d where d.build = f.build and d.correction_id = f.correction_id
                                 and d.type in ('CorrectionApproved', 'CorrectionRejected') and d.position <= ${known})
            order by f.position limit ${page.limit + 1}`,
          where.parameters,
        );
        const { rows: shown, next } = pageOf(rows, page.limit, (row) => [row.position]);
        const ids = shown.map((row) => row.object_id);
        const labels = await labelsOf(session, ids, frame);
        const items = shown.map((row) =>
          openCorrection(this.catalogue, row, objectLink(this.catalogue, row.object_id, row.category, labels.get(row.object_id))),
        );
        return { items, ...(next !== undefined && { next }), meta: await metaOf(session, frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
    return { ...found, items: await this.people.named(reader, found.items) };
  }
}

function openCorrection(catalogue: Catalogue, row: FactRow, object: ObjectLink): OpenCorrection {
  const { correctionId, eventId, eventType } = row.data as CorrectionEvents['CorrectionRequested'];
  const of = { eventId, type: eventType, words: eventWords(catalogue, row.category, eventType) };
  return { ...eventLine(catalogue, row), correctionId, object, of };
}
