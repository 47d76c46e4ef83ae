import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BoardsModule, KnowledgeFromReadModels } from '@soquy/boards';
import { MemoryEventStore } from '@soquy/event-store';
import { fixedRules, workingDays } from '@soquy/kernel';
import {
  AccountService,
  createDemoAccounts,
  DEMO_PASSWORD,
  platformApp,
  platformEntities,
  PlatformModule,
  readSettings,
} from '@soquy/platform';
import { DataSource } from 'typeorm';
import { testDatabase } from '../../support/postgres.js';
import { standIn } from '../../support/stand-in.js';
import type { Book } from './book.js';
import { crossFigures, slices } from './slices.js';
import { clock } from './world.js';

/** The boards over HTTP as the product serves them, over a filled book; several may share what is not in the book. */
export async function boardsApp(
  book: Book,
  environment: Record<string, string> = {},
  shared?: Awaited<ReturnType<typeof testDatabase>>,
) {
  const database = shared ?? (await testDatabase());
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, entities: [...platformEntities] }).initialize();
  const settings = readSettings({ LOG_LEVEL: 'silent', PUBLIC_BOARDS: 'off', ...environment });
  const store = new MemoryEventStore();
  const boards = BoardsModule.with({ readModels: book, features: slices, figures: crossFigures });
  const platform = PlatformModule.with({
    settings,
    slices: [],
    imports: [boards],
    reactors: false,
    ports: {
      eventStore: { useValue: store },
      knowledge: { useValue: new KnowledgeFromReadModels(book) },
      referenceBook: {
        useValue: { rules: fixedRules({}), calendar: workingDays(new Set()), places: { on: () => undefined } },
      },
      dataSource: { useValue: dataSource },
      clock: { useValue: clock },
    },
  });
  @Module({ imports: [platform, boards] })
  class Root {}

  const app = await platformApp(Root, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await createDemoAccounts(app.get(AccountService), settings);
  const close = async () => {
    await app.close();
    await store.close();
    await dataSource.destroy();
    if (!shared) await database.drop();
  };
  return { app, close, dataSource, as: (username: string) => signedIn(app, username) };
}

/** Asks as a demo account. */
async function signedIn(app: NestFastifyApplication, username: string) {
  const session = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { username, password: DEMO_PASSWORD } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  return (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { cookie, ...headers } });
}

export type Served = Awaited<ReturnType<typeof boardsApp>>;
export type Ask = Awaited<ReturnType<Served['as']>>;

/** For the tests of a file: the boards over a book that is filled once, and how two of its people ask. */
export function withBoards<World extends { readonly book: Book }>(fill: () => Promise<World>) {
  let world: World;
  let served: Served;
  const people = new Map<string, Ask>();
  beforeAll(async () => {
    world = await fill();
    served = await boardsApp(world.book);
    for (const name of ['leader', 'officer-tra-vinh']) people.set(name, await served.as(name));
  });
  afterAll(async () => {
    await served?.close();
    await world?.book.close();
  });
  const person =
    (name: string): Ask =>
    (...asked) =>
      people.get(name)!(...asked);
  return {
    world: standIn(() => world),
    book: standIn(() => world.book),
    served: standIn(() => served),
    leader: person('leader'),
    bound: person('officer-tra-vinh'),
  };
}
