import type { Schemas } from '../../shared/api/answers.js';
import type { paths } from '../../shared/api/schema.gen.js';

export type AccountItem = Schemas['Account'];
export type ProjectionItem = Schemas['Projection'];

type Json<Response> = Response extends { readonly content: { readonly 'application/json': infer Answer } } ? Answer : never;

export type ProjectionList = Json<paths['/api/v1/projections']['get']['responses'][200]>;
export type ProjectionDone = Json<paths['/api/v1/projections/{slice}/resumptions']['post']['responses'][200]>;

/** What the product says of itself; it is asked beside the public API. */
export interface Ready {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly checks: Readonly<Record<string, 'ok' | 'degraded' | 'failed'>>;
}
