import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fold } from '@soquy/kernel';
import { Clock, Problem, type Feature } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { FACT_COLUMNS, factOf, type FactRow } from '../facts.js';
import { frameOf, metaOf, type AnswerMeta, type AskedFrame } from '../figures/asked.js';
import { Catalogue } from '../figures/catalogue.js';
import { Where } from '../figures/entries.js';
import { standingWhere } from '../figures/object-rows.js';
import type { Frame } from '../figures/question.js';
import type { Reader } from '../figures/reader.js';
import { scopedTo, STATE_COLUMNS, stateOf, type ObjectState, type StateRow } from './object-state.js';

export type AskedObject = Pick<AskedFrame, 'effectiveTo' | 'knownAt'> & { readonly minPosition?: string | undefined };

/** One object by id or human code. `revision` is the last one known then, fit for `If-Match` where nothing newer is known. */
export class GetObject extends Query<ObjectAnswer> {
  constructor(
    readonly feature: Feature,
    readonly idOrCode: string,
    readonly asked: AskedObject,
    readonly reader: Reader,
  ) {
    super();
  }
}

export interface ObjectAnswer extends ObjectState {
  readonly noun: string;
  /** Command, fields: what its form begins with, as the object stands. */
  readonly suggested?: Readonly<Record<string, object>>;
  readonly meta: AnswerMeta;
}

@QueryHandler(GetObject)
export class GetObjectHandler implements IQueryHandler<GetObject> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ feature, idOrCode, asked: { minPosition, ...asked }, reader }: GetObject): Promise<ObjectAnswer> {
    return this.readModels.read(
      async (session) => {
        const frame = await frameOf(session, this.catalogue, { agencyIds: 'all' }, this.clock, asked);
        const found = await findObject(session, feature, idOrCode, frame, reader);
        const whole = (feature.kept ?? feature.suggests) && (await stateThen(session, feature, found.id, frame));
        return { noun: feature.noun, ...found, ...(whole && ofState(feature, whole)), meta: await metaOf(session, frame) };
      },
      minPosition === undefined ? undefined : { minPosition },
    );
  }
}

/** What only the whole state tells: the page where less of it is stored, and what the next steps begin with. */
function ofState({ kept, row, suggests }: Feature, { state }: { readonly state: unknown }): Partial<ObjectAnswer> {
  const suggested = Object.entries(suggests ?? {}).flatMap(([name, suggest]) => {
    const values = suggest?.(state);
    return values ? [[name, values] as const] : [];
  });
  return {
    ...(kept && { data: row ? row(state) : state }),
    ...(suggested.length > 0 && { suggested: Object.fromEntries(suggested) }),
  };
}

/** An object folded from its events known then. */
async function stateThen(session: ReadSession, feature: Feature, objectId: string, frame: Frame): Promise<{ state: unknown }> {
  const { decider } = feature;
  const where = new Where()
    .and('f.build = any(?)', session.buildsOf(decider.category))
    .and('f.object_id = ?', objectId)
    .and('f.category = ?', decider.category)
    .and('f.position <= ?', frame.knownAt)
    .and('f.effective_on <= ?', frame.effectiveTo);
  const facts: FactRow[] = await session.manager.query(`select ${FACT_COLUMNS} from rm.facts f where ${where}`, where.parameters);
  return {
    state: fold(
      decider,
      facts.map((fact) => factOf(feature, fact)),
    ),
  };
}

/** 404 for what is not there, and for what was not there yet; 403 for what belongs to another agency. */
export async function findObject(
  session: ReadSession,
  feature: Feature,
  idOrCode: string,
  frame: Frame,
  reader: Reader,
): Promise<ObjectState> {
  const where = new Where()
    .and('o.build = any(?)', session.buildsOf(feature.decider.category))
    .and('o.category = ?', feature.decider.category)
    .and('(o.object_id = ? or o.code = ?)', idOrCode);
  const known = where.parameter(frame.knownAt);
  const rows: (StateRow & { last: string | null })[] = await session.manager.query(
    `select ${STATE_COLUMNS}, (select max(f.revision) from rm.facts f
        where f.build = o.build and f.object_id = o.object_id and f.category = o.category and f.position <= ${known}) as last
       from rm.objects o where ${standingWhere(where, frame, 'o.')} limit 1`,
    where.parameters,
  );
  if (!rows[0]) throw Problem.of('UnknownObject');
  const { last, ...row } = rows[0];
  const state = stateOf(feature, row as StateRow);
  if (scopedTo(reader, feature)?.includes(state.agency) === false) throw Problem.otherAgency('agency');
  return last === null ? state : { ...state, revision: Number(last) };
}
