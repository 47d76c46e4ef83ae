import { Injectable, Optional } from '@nestjs/common';
import { AccountService, Problem } from '@soquy/platform';
import type { EventLine, Person } from './facts.js';
import type { Reader } from './figures/reader.js';
import { badParameter } from './http/parameters.js';

/** What names a person by id, or holds events that do. */
type Line = { readonly personId?: string; readonly events?: readonly EventLine[] };

/** Rows whose persons are looked up together while all are read. */
const BATCH = 500;

/** Who stands behind the ids in events. Names are read when they are shown, and only for those who are signed in. */
@Injectable()
export class People {
  /** Without accounts (figures at the command line) ids stay ids. */
  constructor(@Optional() private readonly accounts?: AccountService) {}

  async named<Item extends object>(reader: Reader, items: readonly Item[]): Promise<Item[]> {
    const known = await this.known(reader, items.flatMap(personIds));
    return known.size === 0 ? [...items] : items.map((item) => withPersons(item, known));
  }

  /** The same, for rows that leave as a file. */
  async *namedAll<Item extends object>(reader: Reader, rows: AsyncIterable<Item>): AsyncGenerator<Item> {
    let batch: Item[] = [];
    for await (const row of rows) {
      if (batch.push(row) < BATCH) continue;
      yield* await this.named(reader, batch);
      batch = [];
    }
    yield* await this.named(reader, batch);
  }

  /** An id as it is, a user name as the id of its account. */
  async idOf(parameter: string, idOrUsername: string): Promise<string> {
    if (!this.accounts || /^[0-9a-f-]{36}$/.test(idOrUsername) || idOrUsername === 'system') return idOrUsername;
    try {
      return (await this.accounts.actorOf(idOrUsername)).personId;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 404) throw error;
      throw badParameter(parameter, 'isUnknown', `không có ${idOrUsername}`, `there is no ${idOrUsername}`);
    }
  }

  private async known({ actor }: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    return this.accounts && actor && ids.length > 0 ? await this.accounts.persons([...new Set(ids)]) : new Map();
  }
}

const personIds = (item: Line): string[] => [
  ...(item.personId === undefined ? [] : [item.personId]),
  ...(item.events ?? []).map(({ personId }) => personId),
];

function withPersons<Item extends Line>(item: Item, known: ReadonlyMap<string, Person>): Item {
  const person = item.personId === undefined ? undefined : known.get(item.personId);
  const events = item.events?.map((event) => withPersons(event, known));
  return { ...item, ...(person && { person }), ...(events && { events }) };
}
