import { randomUUID } from 'node:crypto';
import { OWN_PASSWORD } from '../support/people.js';
import { Connection, type Reply } from './connection.js';

/** A signed-in officer at a connection of his own. */
export class Officer {
  private constructor(
    private readonly connection: Connection,
    private readonly own: Readonly<Record<string, string>>,
  ) {}

  /** All of them in one session, as the windows of one browser are. */
  static async several(url: URL, count: number): Promise<readonly Officer[]> {
    const connections = await Promise.all(Array.from({ length: count }, () => Connection.open(url)));
    const credentials = { username: 'officer-tra-vinh', password: OWN_PASSWORD };
    const { status, head, body } = await connections[0]!.ask('POST', '/api/v1/sessions', {}, credentials);
    if (status !== 201) throw new Error(`assertion: the officer cannot sign in: ${status} ${body}`);
    const cookie = /^set-cookie: ([^;]+)/im.exec(head)![1]!;
    const { csrfToken } = JSON.parse(body) as { csrfToken: string };
    return connections.map((connection) => new Officer(connection, { cookie, 'x-csrf-token': csrfToken }));
  }

  async record(path: string, body: object): Promise<{ readonly objectId: string; readonly position: string }> {
    const reply = await this.connection.ask('POST', `/api/v1/${path}`, { ...this.own, 'idempotency-key': randomUUID() }, body);
    return JSON.parse(expected(201, reply)) as { objectId: string; position: string };
  }

  async read(path: string): Promise<string> {
    return expected(200, await this.connection.ask('GET', `/api/v1/${path}`, this.own));
  }

  close(): void {
    this.connection.close();
  }
}

export function expected(status: number, reply: Reply): string {
  if (reply.status !== status) throw new Error(`assertion: ${reply.status} instead of ${status}: ${reply.body}`);
  return reply.body;
}
