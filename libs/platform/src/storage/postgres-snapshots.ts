import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { StreamSnapshots, type StreamSnapshot } from './stream-snapshots.js';

/** Snapshots as rows of `app.stream_snapshot`; the furthest one of the running code wins. */
@Injectable()
export class PostgresSnapshots extends StreamSnapshots {
  constructor(private readonly database: DataSource) {
    super();
  }

  async find(stream: string, codeHash: string): Promise<StreamSnapshot | undefined> {
    const sql = 'select body from app.stream_snapshot where stream = $1 and code_hash = $2';
    const rows = await this.database.query<{ body: StreamSnapshot }[]>(sql, [stream, codeHash]);
    return rows[0]?.body;
  }

  async save(stream: string, codeHash: string, snapshot: StreamSnapshot): Promise<void> {
    await this.database.query(
      `insert into app.stream_snapshot as old (stream, revision, code_hash, body) values ($1, $2, $3, $4)
       on conflict (stream) do update set revision = excluded.revision, code_hash = excluded.code_hash, body = excluded.body
       where old.revision < excluded.revision or old.code_hash <> excluded.code_hash`,
      [stream, snapshot.revision, codeHash, JSON.stringify(snapshot)],
    );
  }
}
