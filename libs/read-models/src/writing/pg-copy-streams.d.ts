declare module 'pg-copy-streams' {
  import type { Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** Rows in COPY text are written to it. */
  export function from(sql: string): Writable & Submittable;
}
