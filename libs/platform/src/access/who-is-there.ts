import { DEMO_PERSONS } from './demo-accounts.js';

/** Asks the database; its rows are answered. */
export type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<readonly Row[]>;

/** Who may use a database, and whether a demo was ever loaded into it. */
export interface WhoIsThere {
  readonly accounts: readonly { readonly username: string; readonly demo: boolean; readonly disabled: boolean }[];
  /** The log beside this database holds facts of the demo, or is about to. */
  readonly demoData: boolean;
}

/** The column `owned_since` is younger than the table, hence the way around by JSON. */
const ACCOUNTS = `
select username, disabled_at is not null as disabled,
       id = any ($1::uuid[]) and to_jsonb(account) ->> 'owned_since' is null as demo
from app.account order by username`;

const TABLES = `select to_regclass('app.account') is not null and to_regclass('app.demo_progress') is not null as there`;

/** For starts and doctors, beside any application; a database that no start has seen yet is empty. */
export async function whoIsThere(query: Query): Promise<WhoIsThere> {
  const [tables] = await query<{ there: boolean }>(TABLES);
  if (!tables?.there) return { accounts: [], demoData: false };
  const accounts = await query<WhoIsThere['accounts'][number]>(ACCOUNTS, [DEMO_PERSONS]);
  const [progress] = await query<{ begun: boolean }>('select exists (select from app.demo_progress) as begun');
  return { accounts, demoData: progress!.begun };
}
