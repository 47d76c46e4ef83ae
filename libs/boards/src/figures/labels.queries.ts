import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayInVietnam } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { ObjectLink } from '../evidence/evidence.js';
import { objectLink } from '../evidence/items.js';
import { scopedTo } from '../lists/object-state.js';
import { Catalogue } from './catalogue.js';
import { labelsOf, type Label } from './labels.js';
import type { Reader } from './reader.js';

/** An object by its name, and the organisation it belongs to. */
export interface NamedObject extends ObjectLink {
  readonly organisationId: string | null;
}

/** Codes and titles of objects as they are now, for showing what ids stand for: those that the reader may look at. */
export class GetLabels extends Query<ReadonlyMap<string, NamedObject>> {
  constructor(
    readonly ids: readonly string[],
    readonly reader: Reader,
  ) {
    super();
  }
}

@QueryHandler(GetLabels)
export class GetLabelsHandler implements IQueryHandler<GetLabels> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
  ) {}

  async execute({ ids, reader }: GetLabels): Promise<ReadonlyMap<string, NamedObject>> {
    if (ids.length === 0) return new Map();
    const effectiveTo = dayInVietnam(this.clock.now());
    const labels = await this.readModels.read((session) =>
      labelsOf(session, ids, { effectiveTo, knownAt: session.meta.position ?? '' }),
    );
    const seen = [...labels].filter(([, label]) => isSeen(this.catalogue, label, reader));
    const named = seen.map(([id, label]): [string, NamedObject] => {
      const link = objectLink(this.catalogue, id, label.category, label);
      return [id, { ...link, organisationId: label.organisationId }];
    });
    return new Map(named);
  }
}

/** Ids can be made up; the name of what belongs to another agency must not be had by them. */
function isSeen(catalogue: Catalogue, { category, agencyId }: Label, reader: Reader): boolean {
  const feature = catalogue.feature(category);
  if (feature) return scopedTo(reader, feature)?.includes(agencyId) ?? true;
  return reader.agencyIds === 'all' || reader.agencyIds.includes(agencyId);
}
