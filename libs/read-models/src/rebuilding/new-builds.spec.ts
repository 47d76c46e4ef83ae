import type { ClientBase } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { ProjectedRows } from '../projection/projected-rows.js';
import { NewBuilds } from './new-builds.js';

/** A connection whose COPY takes a while, and then ends well or not. */
class SlowClient {
  under = 0;
  most = 0;

  constructor(
    private readonly milliseconds: number,
    private readonly fault?: Error,
  ) {}

  query(): Writable {
    this.most = Math.max(this.most, ++this.under);
    const end = async (done: (error?: Error) => void) => {
      await delay(this.milliseconds);
      this.under--;
      done(this.fault);
    };
    return new Writable({ write: (_, __, done) => done(), final: (done) => void end(done) });
  }
}

const connection = (client: SlowClient) => client as unknown as ClientBase;

/** A fact of each of two builds. */
function facts(): ProjectedRows {
  const rows = new ProjectedRows();
  for (const build of [1, 2]) rows.add([{ build } as never], { build } as never);
  return rows;
}

it('is at rest on all connections when a call has failed on one', async () => {
  const [quick, slow] = [new SlowClient(1, new Error('refused')), new SlowClient(60)];
  const tables = new NewBuilds({ facts: connection(quick), entries: connection(slow), objects: connection(new SlowClient(1)) });
  await expect(tables.write(facts())).rejects.toThrow('refused');
  expect([quick.under, slow.under]).toEqual([0, 0]);
});

it('asks one thing at a time of a connection, also of one that writes all tables', async () => {
  const only = new SlowClient(5);
  const tables = new NewBuilds({ facts: connection(only), entries: connection(only), objects: connection(only) });
  await tables.finish(facts(), [1, 2]);
  expect([only.under, only.most]).toEqual([0, 1]);
});
