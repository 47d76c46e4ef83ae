import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { composeDocument, composeFile } from '../support/compose-file.js';
import { complaintsOf } from '../support/compose-rules.js';

const FILES = ['docker/compose.yml', 'docker/compose.cluster.yml'];
const textOf = (file: string) => readFileSync(file, 'utf8');
const { version } = JSON.parse(textOf('package.json')) as { version: string };

/** Problems of a file before the Compose Specification's own schema. */
function schemaProblems(text: string): readonly string[] {
  const { $schema: _, ...schema } = JSON.parse(textOf('test/support/compose-spec/compose-spec.json')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  const isValid = ajv.compile(schema);
  isValid(composeDocument(text));
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe.each(FILES)('%s', (file) => {
  it('is what the Compose Specification allows', () => {
    expect(schemaProblems(textOf(file))).toEqual([]);
  });

  it('keeps our rules', () => {
    expect(complaintsOf(composeFile(file), 'docker')).toEqual([]);
  });

  it('runs the image of this version, built by our Dockerfile', () => {
    const own = Object.values(composeFile(file).services).filter(({ build }) => build);
    expect(own.length).toBeGreaterThan(0);
    for (const { image, build } of own)
      expect({ image, build }).toEqual({ image: `so-quy:${version}`, build: { context: '..', dockerfile: 'docker/Dockerfile' } });
  });
});

it('compose.yml is the product and its PostgreSQL', () => {
  const { services } = composeFile('docker/compose.yml');
  expect(Object.keys(services).sort()).toEqual(['api', 'db', 'soquy']);
  expect(services.api!.environment).toMatchObject({ DATABASE_URL_FILE: '/run/secrets/database_url' });
});

it('compose.cluster.yml is three nodes of the log, PostgreSQL, two api, two projectors and a proxy', () => {
  const { services } = composeFile('docker/compose.cluster.yml');
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
  const running = [...numbered('eventstore', 3), 'db', ...numbered('api', 2), ...numbered('projector', 2), 'proxy'];
  expect(Object.keys(services).sort()).toEqual([...running, 'certificates', 'soquy'].sort());
  for (const name of [...numbered('api', 2), ...numbered('projector', 2), 'soquy'])
    expect(services[name]!.environment).toMatchObject({
      EVENT_STORE: 'eventstoredb',
      EVENTSTORE_URL_FILE: '/run/secrets/eventstore_url',
      DATABASE_URL_FILE: '/run/secrets/database_url',
    });
  for (const name of numbered('api', 2))
    expect(services[name]!.environment).toMatchObject({ PROJECTOR: 'off', TRUST_PROXY: 'on' });
  for (const name of numbered('projector', 2)) expect(services[name]!.environment).not.toHaveProperty('PROJECTOR');
});

it('each node of the log names the other two, and itself as others reach it', () => {
  const { services } = composeFile('docker/compose.cluster.yml');
  const nodes = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
  for (const node of nodes) {
    const others = nodes.filter((other) => other !== node).map((other) => `${other}:2113`);
    expect(services[node]!.environment).toMatchObject({
      KURRENTDB_CLUSTER_SIZE: String(nodes.length),
      KURRENTDB_GOSSIP_SEED: others.join(','),
      KURRENTDB_NODE_HOST_ADVERTISE_AS: node,
      KURRENTDB_REPLICATION_HOST_ADVERTISE_AS: node,
    });
  }
});

it('the proxy hands on to each api, at the port it listens on', () => {
  const [, upstreams] = /reverse_proxy (.+) \{/.exec(textOf('docker/Caddyfile'))!;
  expect(upstreams!.split(' ')).toEqual(['api-1:3000', 'api-2:3000']);
  expect(textOf('docker/Dockerfile')).toContain('PORT=3000');
});

describe('a file that breaks a rule is found out:', () => {
  const cluster = textOf('docker/compose.cluster.yml');
  const broken = (search: string, replacement: string) => {
    expect(cluster).toContain(search);
    return cluster.replaceAll(search, replacement);
  };

  it.each([
    ['caddy:2.11.4-alpine', 'caddy:latest', 'proxy: its image is pinned to a version'],
    ["user: '1000:1000'", 'user: root', 'api-1: it is not root'],
    ['cap_drop: [ALL]', 'cap_drop: [NET_RAW]', 'eventstore-1: it gets no rights'],
    ['cap_drop: [ALL]', 'cap_drop: [ALL]\n  cap_add: [SYS_ADMIN]', 'api-1: it gets no rights'],
    ["['no-new-privileges:true']", '[]', 'projector-2: it gains no rights'],
    ['read_only: true\n  cap_drop', 'read_only: false\n  cap_drop', 'eventstore-3: its root is read-only'],
    ['test: [CMD, soquy, status]', 'test: soquy status', 'projector-1: its health is checked'],
    ['restart: unless-stopped', 'restart: on-failure', 'proxy: it comes back'],
    ['memory: 256m, pids: 100', 'memory: 256m', 'proxy: it has limits'],
    ['command: [/opt/kurrentdb/KurrentDB]', 'command: /opt/kurrentdb/KurrentDB', 'eventstore-1: its command needs no shell'],
    [
      'EVENTSTORE_URL_FILE: /run/secrets/eventstore_url',
      'EVENTSTORE_URL: esdb://a:b@c',
      'api-1: its environment holds no secret',
    ],
    ["TRUST_PROXY: 'on'", "TRUST_PROXIES: 'on'", 'api-2: its variables are known'],
    [
      'api-1: { condition: service_healthy }',
      'api-1: { condition: service_started }',
      'proxy: it waits for what it needs until that works',
    ],
    [
      'db: { condition: service_healthy }',
      'data: { condition: service_healthy }',
      'api-1: it waits for what it needs until that works',
    ],
    ['${SOQUY_ADDRESS:-127.0.0.1}:${SOQUY_HTTP_PORT:-80}:8080', '80:8080', 'proxy: it is open to this machine only'],
    ['web: { internal: true }', 'web: {}', 'api-1: only what has a port stands in a network that reaches the world'],
    ['  eventstore-2: {}', '  eventstore-4: {}', 'eventstore-2: its volumes, secrets and configs are declared'],
    ['file: certificates.sh', 'file: certs.sh', 'config certs.sh: is there'],
    ['file: secrets/eventstore_url', 'environment: EVENTSTORE_URL', 'secret: is a file'],
  ])('%s -> %s', (search, replacement, complaint) => {
    const file = composeFile('docker/compose.cluster.yml', broken(search, replacement));
    expect(complaintsOf(file, 'docker')).toContain(complaint);
  });

  it.each([
    ['read_only: true\n  cap_drop', 'readonly: true\n  cap_drop'],
    ['interval: 5s', 'interval: [5]'],
    ['condition: service_completed_successfully', 'condition: service_done'],
  ])('%s -> %s, by the schema', (search, replacement) => {
    expect(schemaProblems(broken(search, replacement))).not.toEqual([]);
  });
});

describe('docker compose', () => {
  const client = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });

  it.each(FILES)('takes %s, or is not on this machine', (file) => {
    if (client.status !== 0) {
      // Not run here, for a reason that is known: no client, or a client without Compose.
      const reason = client.error?.message ?? client.stderr;
      return expect(reason).toMatch(/ENOENT|unknown command|is not a docker command/);
    }
    const { status, stderr } = spawnSync('docker', ['compose', '-f', file, '--profile', 'tools', 'config', '--quiet'], {
      encoding: 'utf8',
    });
    return expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
