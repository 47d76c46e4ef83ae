import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dayInVietnam } from '@soquy/kernel';
import { Clock } from '@soquy/platform';
import { ReadModels } from '@soquy/read-models';
import { labelsOf, type Label } from './labels.js';

/** Codes and titles of objects as they are now, for showing what a question was filtered by. */
export class GetLabels extends Query<ReadonlyMap<string, Label>> {
  constructor(readonly ids: readonly string[]) {
    super();
  }
}

@QueryHandler(GetLabels)
export class GetLabelsHandler implements IQueryHandler<GetLabels> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly clock: Clock,
  ) {}

  async execute({ ids }: GetLabels): Promise<ReadonlyMap<string, Label>> {
    if (ids.length === 0) return new Map();
    const effectiveTo = dayInVietnam(this.clock.now());
    return this.readModels.read((session) => labelsOf(session, ids, { effectiveTo, knownAt: session.meta.position ?? '' }));
  }
}
