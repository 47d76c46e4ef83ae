import type { EntityManager } from 'typeorm';
import type { ProjectedSlice } from '../projected-slice.js';
import type { PostgresReadModels } from '../reading/postgres-read-models.js';
import { rebuildingAnywhere } from '../rebuilding/marks.js';
import type { RebuildEnd, RebuildProgress } from '../rebuilding/rebuilder.js';
import { ProjectionRow, type ProjectionFailure, type SkippedEvent } from '../tables/projection-row.js';

/** How a slice's read rows are doing. */
export interface SliceStatus {
  readonly slice: string;
  /** Version of the code that made the rows; `codeVersion` is that of the code asking. 0: not built yet. */
  readonly version: number;
  readonly codeVersion: number;
  readonly build: number;
  readonly position: string | undefined;
  readonly state: 'running' | 'stopped' | 'rebuilding';
  readonly lagSeconds: number;
  readonly failure: ProjectionFailure | undefined;
  readonly skipped: readonly SkippedEvent[];
  /** Some process rebuilds it at this moment, or waits to. */
  readonly isUnderWay: boolean;
  /** Of a rebuild under way in this process. */
  readonly progress: RebuildProgress | undefined;
  /** Of the last rebuild that was asked for in this process. */
  readonly lastRebuild: RebuildEnd | undefined;
}

/** An operator asked for something that cannot be done as things stand. */
export class OperationRefused extends Error {}

/** What operators ask and decide about slices. */
export class Operations {
  constructor(
    private readonly models: PostgresReadModels,
    private readonly slices: readonly ProjectedSlice[],
    private readonly rebuilder: {
      readonly rebuilding: ReadonlyMap<string, RebuildProgress>;
      readonly ended: ReadonlyMap<string, RebuildEnd>;
    },
    private readonly onChange: () => void,
  ) {}

  async status(): Promise<readonly SliceStatus[]> {
    const { manager } = await this.models.open();
    const rows = await manager.find(ProjectionRow, { order: { slice: 'asc' } });
    const rebuilding = await rebuildingAnywhere(manager);
    return await Promise.all(
      this.slices.flatMap((slice) =>
        rows.filter((row) => row.slice === slice.noun).map((row) => this.statusOf(manager, slice, row, rebuilding)),
      ),
    );
  }

  /** Goes on from the event a slice stopped at, which is tried again. */
  async resume(slice: string): Promise<void> {
    await this.change(slice, (row) => row.skipped);
  }

  /** Goes on behind the event a slice stopped at; who decided so and why stays on record. */
  async skip(slice: string, reason: string, by: string): Promise<SkippedEvent> {
    let skipped: SkippedEvent | undefined;
    await this.change(slice, (row) => {
      skipped = { ...row.failure!, reason, by, at: new Date().toISOString() };
      return [...row.skipped, skipped];
    });
    return skipped!;
  }

  private async statusOf(
    manager: EntityManager,
    slice: ProjectedSlice,
    row: ProjectionRow,
    rebuilding: ReadonlySet<string>,
  ): Promise<SliceStatus> {
    const { noun, version: codeVersion } = slice;
    const position = row.position ?? undefined;
    const progress = this.rebuilder.rebuilding.get(noun);
    const isUnderWay = progress !== undefined || rebuilding.has(noun);
    const isRebuilt = isUnderWay || (row.version !== codeVersion && row.state === 'running');
    return {
      slice: noun,
      version: row.version,
      codeVersion,
      build: row.build,
      position,
      state: isRebuilt ? 'rebuilding' : row.state,
      lagSeconds: await this.models.lagSeconds(manager, position),
      failure: row.failure ?? undefined,
      skipped: row.skipped,
      isUnderWay,
      progress,
      lastRebuild: this.rebuilder.ended.get(noun),
    };
  }

  private async change(slice: string, skipped: (row: ProjectionRow) => readonly SkippedEvent[]): Promise<void> {
    const source = await this.models.open();
    await source.transaction(async (manager) => {
      const row = await manager.findOne(ProjectionRow, { where: { slice }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new OperationRefused(`There is no slice "${slice}"`);
      if (row.state !== 'stopped' || !row.failure) throw new OperationRefused(`"${slice}" has not stopped`);
      await manager.update(ProjectionRow, { slice }, { state: 'running', failure: null, skipped: skipped(row) } as never);
    });
    this.onChange();
  }
}
