import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** A page: where it stands, and what draws it. Each feature lists its own; the code comes when the page is opened. */
export interface Screen {
  /** As the router writes it: `/loans/$id`. */
  readonly path: string;
  readonly component: ComponentType;
}

type Load = () => Promise<Record<string, ComponentType>>;

export const screen = (path: string, load: Load, name: string): Screen => ({
  path,
  component: lazyRouteComponent(load, name) as ComponentType,
});
