declare module 'pg-copy-streams' {
  import type { Readable, Writable } from 'node:stream';
  import type { Submittable } from 'pg';

  /** Rows in COPY text are written to it. */
  export function from(sql: string): Writable & Submittable;
  /** Rows in COPY text come out of it. */
  export function to(sql: string): Readable & Submittable;
  const streams: { from: typeof from; to: typeof to };
  export default streams;
}
