import type { OpenAPIObject } from '@nestjs/swagger';
import { COMPONENT, refused } from './answer-schema.js';

type Json = Record<string, unknown>;
type Operation = Json & { operationId: string; parameters?: Json[]; responses: Record<string, Json> };
type Paths = Record<string, Record<string, Operation>>;

/** Endings that say the format: the same address without one answers the same, and says in which formats. */
const ENDING = /\.(json|csv|ndjson|xlsx)$/;

/**
 * What many routes say alike stands once, among the components: named schemas, parameters and whole answers. The document is
 * then a fraction as long, and a client generated from it has one type for one thing.
 */
export function shared(document: OpenAPIObject): OpenAPIObject {
  const schemas = new Map<string, object>();
  const paths = named(withoutEndings(document.paths as unknown as Paths), schemas) as Paths;
  const parameters = new Components('parameters');
  const responses = new Components('responses');
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  for (const [path, methods] of Object.entries(paths))
    for (const operation of Object.values(methods)) {
      operation.tags ??= [path.split('/')[3]];
      operation.responses.default ??= refused;
    }
  for (const { parameters: own = [], responses: answers } of operations) {
    for (const one of own) parameters.count(one.name as string, one);
    for (const [status, one] of Object.entries(answers)) responses.count(ANSWERS[status] ?? `Answer${status}`, one);
  }
  for (const operation of operations) {
    if (operation.parameters) operation.parameters = operation.parameters.map((one) => parameters.refer(one));
    for (const [status, one] of Object.entries(operation.responses)) operation.responses[status] = responses.refer(one);
    operation.operationId = spokenId(operation.operationId);
  }
  const own = named(document.components?.schemas ?? {}, schemas) as Json;
  const components = {
    ...document.components,
    schemas: { ...own, ...Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))) },
    parameters: parameters.all(),
    responses: responses.all(),
  };
  return { ...document, paths, components } as unknown as OpenAPIObject;
}

/** What answers of a status are called where many routes give the same. */
const ANSWERS: Readonly<Record<string, string>> = { '201': 'Recorded', '202': 'InBackground', default: 'Refused' };

const withoutEndings = (paths: Paths): Paths =>
  Object.fromEntries(Object.entries(paths).filter(([path]) => !(ENDING.test(path) && path.replace(ENDING, '') in paths)));

/** The same with every named schema replaced by a reference; what they say is put into `schemas`. */
function named(value: unknown, schemas: Map<string, object>): unknown {
  if (Array.isArray(value)) return value.map((item) => named(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const { [COMPONENT]: name, ...rest } = value as Json;
  const { description, ...schema } = Object.fromEntries(Object.entries(rest).map(([key, item]) => [key, named(item, schemas)]));
  const whole = description === undefined ? schema : { ...schema, description };
  if (typeof name !== 'string') return whole;
  const known = schemas.get(name);
  if (known && JSON.stringify(known) !== JSON.stringify(schema))
    throw new Error(`assertion: two schemas are called ${name}; one would hide the other`);
  schemas.set(name, schema);
  return { $ref: `#/components/schemas/${name}`, ...(description !== undefined && { description }) };
}

/** Counts what is said more than once, and gives each such thing a name. */
class Components {
  private readonly found = new Map<string, { readonly name: string; readonly value: object; times: number }>();

  constructor(private readonly section: string) {}

  count(name: string, value: object): void {
    const key = JSON.stringify(value);
    const known = this.found.get(key);
    if (known) known.times += 1;
    else this.found.set(key, { name, value, times: 1 });
  }

  refer(value: Json): Json {
    const name = this.names().get(JSON.stringify(value));
    return name === undefined ? value : { $ref: `#/components/${this.section}/${name}` };
  }

  all(): Record<string, object> {
    return Object.fromEntries([...this.names()].map(([key, name]) => [name, this.found.get(key)!.value]));
  }

  /** Several of one name are numbered in the order they are met. */
  private names(): ReadonlyMap<string, string> {
    const taken = new Map<string, number>();
    const repeated = [...this.found].filter(([, { times }]) => times > 1);
    return new Map(
      repeated.map(([key, { name }]) => {
        const index = (taken.get(name) ?? 0) + 1;
        taken.set(name, index);
        return [key, index === 1 ? name : `${name}-${index}`];
      }),
    );
  }
}

/** `Controller.method`, as the factory gives it, as a function would be called; ids that a route chose itself stay. */
function spokenId(id: string): string {
  const [controller = '', method] = id.split('.');
  if (method === undefined) return id;
  if (!/^[a-z]+$/.test(method)) return method;
  const nouns = controller.replace(/Controller$/, '');
  return `${method}${method === 'list' ? nouns : nouns.replace(/s$/, '')}`;
}
