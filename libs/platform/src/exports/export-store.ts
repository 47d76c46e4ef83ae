import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../http/problem.js';
import { Settings } from '../settings/settings.js';
import { ExportRow, type ExportBasis, type ExportFailure, type ExportForm, type ExportKind } from './export-row.js';

/** A writer that gives no sign of life for so long is taken for dead. */
const DEAD_AFTER = '30 seconds';
/** Tries of one job; each dead writer costs one. */
const MOST_ATTEMPTS = 3;
/** Jobs of one account, or of all anonymous readers, that are not done yet. */
const MOST_OPEN = 5;
/** Files of one account that are kept; the oldest goes first. */
const MOST_KEPT = 10;

export interface NewExport {
  readonly kind: ExportKind;
  readonly accountId?: string | undefined;
  readonly agencyIds: readonly string[] | 'all';
  readonly origin: string;
  readonly form: ExportForm;
  readonly basis: ExportBasis;
}

/** The try that writes an export. */
export type Attempt = Pick<ExportRow, 'id' | 'attempt'>;

export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

export interface Finished extends Progress {
  readonly sha256: string;
  readonly cut: number;
}

/** Exports as rows of `app.export`. Times are the database's own, the same for every process. */
@Injectable()
export class ExportStore {
  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {}

  /** A transfer runs at once. A job waits for a writer; the same one asked again by the same account is the first again. */
  async begin(asked: NewExport): Promise<ExportRow> {
    const { kind, agencyIds, origin, form, basis } = asked;
    const accountId = asked.accountId ?? null;
    if (kind === 'job') {
      const same = await this.same(asked);
      if (same) return same;
      await this.assertNotTooMany(accountId);
    }
    const id = randomUUID();
    const state = kind === 'job' ? 'waiting' : 'running';
    const repository = this.database.getRepository(ExportRow);
    await repository.insert({ id, kind, state, accountId, agencyIds, origin, form, basis } as never);
    return repository.findOneByOrFail({ id });
  }

  async find(id: string): Promise<ExportRow | undefined> {
    return (await this.database.getRepository(ExportRow).findOneBy({ id })) ?? undefined;
  }

  /** The oldest job that waits, or whose writer is dead. One that died too often has failed. */
  async claim(): Promise<ExportRow | undefined> {
    const taken = await this.rows(
      `update app.export set state = 'running', attempt = attempt + 1, rows = 0, bytes = 0, cut = 0, touched_at = now()
        where id = (select id from app.export where kind = 'job' and attempt < ${MOST_ATTEMPTS}
                       and (state = 'waiting' or state = 'running' and touched_at < now() - interval '${DEAD_AFTER}')
                     order by created_at, id limit 1 for update skip locked)
        returning id`,
    );
    const id = taken[0]?.id;
    if (id === undefined) return undefined;
    await this.database.query('delete from app.export_chunk where export_id = $1', [id]);
    return this.find(id);
  }

  /** A sign of life. False: another writer has it by now. */
  async progress({ id, attempt }: Attempt, { rows, bytes }: Progress): Promise<boolean> {
    return this.changes(`rows = $3, bytes = $4, touched_at = now()`, { id, attempt }, [rows, bytes]);
  }

  /** Another writer begins it anew, without a loss of tries. */
  async release(attempt: Attempt): Promise<void> {
    await this.changes(`state = 'waiting', attempt = attempt - 1, touched_at = now()`, attempt);
  }

  async append({ id, attempt }: Attempt, no: number, bytes: Buffer): Promise<void> {
    const sql = 'insert into app.export_chunk (export_id, attempt, no, bytes) values ($1, $2, $3, $4)';
    await this.database.query(sql, [id, attempt, no, bytes]);
  }

  async finish(attempt: Attempt, { rows, bytes, sha256, cut }: Finished): Promise<boolean> {
    const done = await this.changes(
      `state = 'done', rows = $3, bytes = $4, sha256 = $5, cut = $6, finished_at = now(),
       expires_at = case when kind = 'job' then now() + make_interval(hours => $7) end`,
      attempt,
      [rows, bytes, sha256, cut, this.settings.exportHours],
    );
    if (done) await this.expire(MORE_THAN_KEPT, [attempt.id]);
    return done;
  }

  async fail(attempt: Attempt, failure: ExportFailure): Promise<void> {
    await this.changes(`state = 'failed', failure = $3, finished_at = now()`, attempt, [JSON.stringify(failure)]);
    await this.database.query('delete from app.export_chunk where export_id = $1 and attempt = $2', [
      attempt.id,
      attempt.attempt,
    ]);
  }

  /** The kept bytes in order, a piece at a time. One that has gone meanwhile breaks off. */
  async *chunks({ id, attempt, bytes }: Attempt & Pick<ExportRow, 'bytes'>): AsyncGenerator<Buffer> {
    const sql = 'select bytes from app.export_chunk where export_id = $1 and attempt = $2 and no = $3';
    let left = Number(bytes);
    for (let no = 0; left > 0; no += 1) {
      const rows = await this.database.query<{ bytes: Buffer }[]>(sql, [id, attempt, no]);
      if (!rows[0]) throw Problem.of('ExportExpired');
      left -= rows[0].bytes.length;
      yield rows[0].bytes;
    }
  }

  /** Lets go of files whose time is over and of manifests nobody needs, and says of what died that it failed. */
  async prune(): Promise<void> {
    await this.expire(`state = 'done' and expires_at < now()`, []);
    await this.database.query(DEAD, [JSON.stringify(INTERRUPTED)]);
    await this.database.query(OLD);
  }

  private async expire(which: string, parameters: readonly unknown[]): Promise<void> {
    const sql = `with gone as (update app.export set state = 'expired' where kind = 'job' and ${which} returning id)
      delete from app.export_chunk where export_id in (select id from gone)`;
    await this.database.query(sql, [...parameters]);
  }

  private async same({ accountId, agencyIds, form, basis }: NewExport): Promise<ExportRow | undefined> {
    const [found] = await this.rows(
      `select id from app.export where kind = 'job' and account_id is not distinct from $1 and agency_ids::text = $2
          and form::text = $3 and basis->>'address' = $4 and (state in ('waiting', 'running') or state = 'done' and expires_at > now())
        order by created_at desc, id limit 1`,
      [accountId ?? null, JSON.stringify(agencyIds), JSON.stringify(form), basis.address],
    );
    return found && this.find(found.id);
  }

  private async assertNotTooMany(accountId: string | null): Promise<void> {
    const open = await this.rows(
      `select id from app.export where kind = 'job' and account_id is not distinct from $1 and state in ('waiting', 'running')
        limit ${MOST_OPEN}`,
      [accountId],
    );
    if (open.length === MOST_OPEN) throw Problem.of('TooManyExports', { retryAfter: 30 });
  }

  /** Only by the try that runs. */
  private async changes(what: string, { id, attempt }: Attempt, values: readonly unknown[] = []): Promise<boolean> {
    const sql = `update app.export set ${what} where id = $1 and attempt = $2 and state = 'running' returning id`;
    return (await this.rows(sql, [id, attempt, ...values])).length > 0;
  }

  /** TypeORM answers an update by its rows and their number. */
  private async rows(sql: string, parameters: readonly unknown[] = []): Promise<readonly { readonly id: string }[]> {
    const answer = await this.database.query<unknown[]>(sql, [...parameters]);
    return (Array.isArray(answer[0]) ? answer[0] : answer) as { id: string }[];
  }
}

const INTERRUPTED: ExportFailure = {
  code: 'Interrupted',
  detail: { vi: 'Việc truyền hoặc tạo tệp đã bị ngắt.', en: 'The transfer or the making of the file was interrupted.' },
};

const DEAD = `update app.export set state = 'failed', failure = $1, finished_at = now()
  where state = 'running' and touched_at < now() - interval '${DEAD_AFTER}' and (kind = 'transfer' or attempt >= ${MOST_ATTEMPTS})`;

/** Manifests outlive their files, but neither for ever nor in any number. */
const OLD = `delete from app.export where state in ('done', 'failed', 'expired') and (created_at < now() - interval '30 days'
  or kind = 'transfer' and created_at < (select created_at from app.export where kind = 'transfer' order by created_at desc offset 10000 limit 1))`;

const MORE_THAN_KEPT = `id in (select id from app.export where kind = 'job' and state = 'done'
  and account_id is not distinct from (select account_id from app.export where id = $1) order by finished_at desc, id offset ${MOST_KEPT})`;
