import { fold, isDay, isKernelEvent, kernelEvents, standing, upcast, type Fact } from '@soquy/kernel';
import type { Feature } from '@soquy/platform';
import { features } from '@soquy/product';
import { goldens, nameOf, type Golden } from './golden.js';

interface CatalogueRow {
  readonly version: number;
  readonly effectiveOn: string;
  readonly upcasters?: readonly ((data: never) => object)[];
}

/** What the gateway keeps in streams of its own, beside objects: read by position and owner, folded by nobody. */
const bookkeeping: Record<string, CatalogueRow> = {
  ClaimTaken: { version: 1, effectiveOn: 'takenOn' },
  NumberTaken: { version: 1, effectiveOn: 'takenOn' },
};

const rowsOf = (events: object) => Object.entries(events as Record<string, CatalogueRow>);
const stored = goldens();
/** What any slice publishes: facts also add to the figures of others. */
const published = new Set(features.flatMap(({ figures }) => Object.keys(figures)));
const featureOf = ({ stream }: Golden) => features.find(({ decider }) => stream.startsWith(`${decider.category}-`));

/** The catalogue's row for a golden: that of its stream's slice, of the kernel, or of the gateway. */
function rowOf(golden: Golden): CatalogueRow | undefined {
  const ofSlice = featureOf(golden)?.events ?? bookkeeping;
  const own = isKernelEvent(golden.type) ? kernelEvents : ofSlice;
  return (own as Record<string, CatalogueRow> | undefined)?.[golden.type];
}

function factOf({ id, type, data, metadata }: Golden, row: CatalogueRow): Fact {
  const today = upcast(row, metadata.schemaVersion, data) as Record<string, string>;
  return { id, type, data: today, effectiveOn: today[row.effectiveOn]! };
}

describe('stored events', () => {
  it('are kept of every kind and version a log may hold (STORED_EVENTS=add npx jest test/e2e/every-route adds them)', () => {
    const catalogues = [...features.map(({ events }) => events), kernelEvents, bookkeeping];
    const owed = catalogues.flatMap(rowsOf).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, index) => nameOf(type, index + 1)),
    );
    expect(owed.length).toBeGreaterThanOrEqual(70);
    expect(new Set(owed).size).toBe(owed.length);
    expect(owed.filter((name) => !stored.has(name))).toEqual([]);
  });

  it.each([...stored])('%s is known still, under its name and version', (name, golden) => {
    const row = rowOf(golden);
    expect([golden.type, row !== undefined]).toEqual([golden.type, true]);
    expect(name).toBe(nameOf(golden.type, golden.metadata.schemaVersion));
    expect(golden.metadata.schemaVersion).toBeLessThanOrEqual(row!.version);
    expect(row!.upcasters ?? []).toHaveLength(row!.version - 1);
  });

  it.each([...stored])('%s holds its effective day', (_, golden) => {
    const { effectiveOn } = factOf(golden, rowOf(golden)!);
    expect([effectiveOn, isDay(effectiveOn)]).toEqual([golden.metadata.effectiveOn, true]);
  });

  it.each([...stored].filter(([, golden]) => featureOf(golden)))('%s folds, alone and after what else its slice has seen', (name, golden) => {
    const feature = featureOf(golden)!;
    const fact = factOf(golden, rowOf(golden)!);
    const others = [...stored.values()].filter((other) => featureOf(other) === feature && other !== golden);
    const own = others.map((other) => factOf(other, rowOf(other)!)).filter(({ type }) => !isKernelEvent(type));
    for (const facts of [[fact], [...own, fact]]) tell(feature, facts, name);
  });
});

/** Everything that reads facts: state, list line, page, outcomes. */
function tell(feature: Feature, facts: readonly Fact[], name: string): void {
  const state = fold(feature.decider, facts);
  const shown = [feature.summary(state), feature.row ? feature.row(state) : state];
  expect([name, ...shown].every((one) => one !== undefined)).toBe(true);
  for (const { type, data } of standing(feature.decider, facts)) {
    const entries = feature.outcomes.on[type]!(data, state);
    expect([name, type, entries.filter(({ metric }) => !published.has(metric))]).toEqual([name, type, []]);
  }
  expect([name, feature.outcomes.dimensions(state)]).toEqual([name, expect.any(Object)]);
}
