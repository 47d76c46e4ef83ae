import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayInVietnam } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import type { ObjectLink } from '../evidence/evidence.js';
import { objectLink } from '../evidence/items.js';
import { Catalogue } from './catalogue.js';
import { labelsOf } from './labels.js';

/** An object by its name, and the organisation it belongs to. */
export interface NamedObject extends ObjectLink {
  readonly organisationId: string | null;
}

/** Codes and titles of objects as they are now, for showing what ids stand for. */
export class GetLabels extends Query<ReadonlyMap<string, NamedObject>> {
  constructor(readonly ids: readonly string[]) {
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

  async execute({ ids }: GetLabels): Promise<ReadonlyMap<string, NamedObject>> {
    if (ids.length === 0) return new Map();
    const effectiveTo = dayInVietnam(this.clock.now());
    const labels = await this.readModels.read((session) =>
      labelsOf(session, ids, { effectiveTo, knownAt: session.meta.position ?? '' }),
    );
    const named = [...labels].map(([id, label]): [string, NamedObject] => {
      const link = objectLink(this.catalogue, id, label.category, label);
      return [id, { ...link, organisationId: label.organisationId }];
    });
    return new Map(named);
  }
}
