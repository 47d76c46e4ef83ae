import type { FastifyInstance } from 'fastify';

/** What addresses may end with in place of an `Accept` header. */
const ENDINGS = ['json', 'csv', 'ndjson', 'xlsx'];

/** All routes as they were registered, so that a wrong method can be told from an unknown address. */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  add(url: string, methods: readonly string[]): void {
    if (/^\/?\*$/.test(url)) return; // a catch-all says nothing about an address
    const pattern = url
      .split(/(:\w+|\*)/)
      .map((part) => (part.startsWith(':') ? '[^/]+' : part === '*' ? '.*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
      .join('');
    this.routes.push({ pattern: new RegExp(`^${pattern}/?$`), methods });
  }

  /** The endings of an address whose own ending is none of them; none where it would be there without one either. */
  formatsOf(path: string): string[] {
    const bare = /^(.+)\.\w{1,10}$/.exec(path)?.[1];
    if (bare === undefined || this.methodsOf(path).length > 0 || !this.methodsOf(bare).includes('GET')) return [];
    return ENDINGS.filter((ending) => this.methodsOf(`${bare}.${ending}`).includes('GET'));
  }

  methodsOf(path: string): string[] {
    return [...new Set(this.routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
  }
}

const TABLE = 'routeTable';

/** Must be called before any route is registered. */
export function keepRouteTable(server: FastifyInstance): void {
  const table = new RouteTable();
  server.decorate(TABLE, table);
  server.addHook('onRoute', ({ url, method }) => table.add(url, [method].flat()));
}

export const routeTableOf = (server: FastifyInstance) => (server as unknown as { [TABLE]: RouteTable })[TABLE];
