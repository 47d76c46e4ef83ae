import { Skeleton } from '@mantine/core';
import { lazy, Suspense, type ComponentProps, type ComponentType } from 'react';
import type PasteGrid from './paste-grid.js';

type Props = ComponentProps<typeof PasteGrid>;

let loaded: ComponentType<Props> | undefined;

/** Brings the grid while nothing is pasted yet, so that it stands there at once with what is. */
export async function loadGrid(): Promise<{ readonly default: ComponentType<Props> }> {
  const part = await import('./paste-grid.js');
  loaded = part.default;
  return part;
}

const Later = lazy(loadGrid);

/** The grid; a place for it until it is there. */
export function GridPart(props: Props) {
  if (loaded) {
    const Grid = loaded;
    return <Grid {...props} />;
  }
  return (
    <Suspense fallback={<Skeleton height={400} />}>
      <Later {...props} />
    </Suspense>
  );
}
