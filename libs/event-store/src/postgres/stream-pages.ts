import { SharedTrips } from '../shared-trips.js';
import { EVENT_COLUMNS, PAGE_BYTES, type StoredRow } from './stored-rows.js';

/** A page of a stream: `first` revision, and how many events at most. */
export interface AskedPage {
  readonly stream: string;
  readonly first: bigint;
  readonly most: number;
}

/** The last column tells a page that ends because it is full of bytes. */
export type StreamRow = readonly [...StoredRow, full: boolean];

type Ask = (name: string, text: string, values: readonly unknown[]) => Promise<unknown[][]>;

/** What one of several pages may hold; a longer stream goes on in pages of its own. */
const SHARED_PAGE_BYTES = 256 * 1_024;
const TRIPS_ABREAST = 2;

const pageOf = (stream: string, first: string, most: string, bytes: number): string => `
select ${EVENT_COLUMNS}, before + bytes >= ${bytes} as is_full
from (
  select *, sum(bytes) over (order by revision rows unbounded preceding) - bytes as before
  from es.event where stream_no = (select no from es.stream where name = ${stream}) and revision >= ${first}
  order by revision limit ${most}
) events where before < ${bytes} order by revision`;

const PAGE = pageOf('$1', '$2', '$3', PAGE_BYTES);

const PAGES = `
select asked.no, page.*
from unnest($1::text[], $2::bigint[], $3::int[]) with ordinality asked (stream, first, most, no)
cross join lateral (${pageOf('asked.stream', 'asked.first', 'asked.most', SHARED_PAGE_BYTES)}) page
order by asked.no, page.revision`;

/** Reads streams page by page. First pages that are wanted at the same time come together: most streams have no other. */
export class StreamPages {
  private readonly together = new SharedTrips((asked: readonly AskedPage[]) => this.several(asked), TRIPS_ABREAST);

  constructor(private readonly ask: Ask) {}

  first(asked: AskedPage): Promise<readonly StreamRow[]> {
    return this.together.ask(asked);
  }

  async one({ stream, first, most }: AskedPage, ask = this.ask): Promise<readonly StreamRow[]> {
    return (await ask('stream-page', PAGE, [stream, String(first), most])) as unknown as readonly StreamRow[];
  }

  private async several(asked: readonly AskedPage[]): Promise<readonly (readonly StreamRow[])[]> {
    const [only] = asked;
    if (asked.length === 1) return [await this.one(only!)];
    const values = [asked.map(({ stream }) => stream), asked.map(({ first }) => String(first)), asked.map(({ most }) => most)];
    const pages: StreamRow[][] = asked.map(() => []);
    for (const [no, ...row] of await this.ask('stream-pages', PAGES, values))
      pages[Number(no) - 1]!.push(row as unknown as StreamRow);
    return pages;
  }
}
