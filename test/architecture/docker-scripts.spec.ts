import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readSettings } from '../../libs/platform/src/settings/read-settings.js';
import { composeFile } from '../support/compose-file.js';

const folder = mkdtempSync(join(tmpdir(), 'soquy-docker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of the folder docker as its container would. */
function sh(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = `${join(folder, 'bin')}:/usr/bin:/bin`;
  return spawnSync('sh', [resolve('docker', script), ...args], { env: { PATH: path, ...env }, encoding: 'utf8' });
}

const read = (...parts: readonly string[]) => readFileSync(join(folder, ...parts), 'utf8');
const modeOf = (...parts: readonly string[]) => (statSync(join(folder, ...parts)).mode & 0o777).toString(8);

describe('make-secrets.sh', () => {
  const secrets = join(folder, 'secrets');
  const files = Object.values(composeFile('docker/compose.cluster.yml').secrets!).map(({ file }) =>
    file!.replace('secrets/', ''),
  );

  it('makes every file that the compose files name, in a folder for its owner alone', () => {
    expect(sh('make-secrets.sh', [secrets])).toMatchObject({ status: 0, stderr: '' });
    expect(files.map((file) => modeOf('secrets', file))).toEqual(files.map(() => '444'));
    expect(modeOf('secrets')).toBe('700');
  });

  it('writes addresses that the product takes', () => {
    const environment = {
      DATABASE_URL_FILE: join(secrets, 'database_url'),
      EVENTSTORE_URL_FILE: join(secrets, 'eventstore_url'),
    };
    const { databaseUrl, eventStoreUrl } = readSettings({ ...environment, EVENT_STORE: 'eventstoredb' });
    expect(new URL(databaseUrl!)).toMatchObject({ username: 'soquy', host: 'db:5432', pathname: '/soquy' });
    const admin = read('secrets', 'eventstore_admin_password').trim();
    expect(admin).toMatch(/^[0-9a-f]{48}$/);
    expect(eventStoreUrl).toContain(`esdb://admin:${admin}@eventstore-1:2113,eventstore-2:2113,eventstore-3:2113?tls=true`);
  });

  it('changes none that is there', () => {
    const before = files.map((file) => read('secrets', file));
    rmSync(join(secrets, 'eventstore_ops_password'));
    expect(sh('make-secrets.sh', [secrets]).status).toBe(0);
    const after = files.map((file) => read('secrets', file));
    expect(after.filter((text, index) => text !== before[index])).toEqual([read('secrets', 'eventstore_ops_password')]);
    expect(new Set(after).size).toBe(files.length);
  });
});

describe('eventstore-node.sh', () => {
  it('hands the first passwords on to the server, and nothing of their files', () => {
    const [admin, ops] = ['admin', 'ops'].map((name) => join(folder, name));
    writeFileSync(admin!, 'a-1\n');
    writeFileSync(ops!, 'o-2\n');
    const env = { ADMIN_PASSWORD_FILE: admin!, OPS_PASSWORD_FILE: ops! };
    const { status, stdout } = sh('eventstore-node.sh', ['env'], env);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^KURRENTDB_DEFAULT_ADMIN_PASSWORD=a-1$/m);
    expect(stdout).toMatch(/^KURRENTDB_DEFAULT_OPS_PASSWORD=o-2$/m);
    expect(sh('eventstore-node.sh', ['env'], { ...env, OPS_PASSWORD_FILE: join(folder, 'none') }).status).not.toBe(0);
  });
});

/** Stands for the vendor's tool: the same options, files, rights and refusals; a certificate is a line of text. */
const TOOL = `#!/bin/sh
set -eu
command=$1; shift; ca=; names=; out=
while [ $# -gt 0 ]; do case $1 in
  -ca-certificate) ca=$(cat "$2");; -dns-names) names=$2;; -out) out=$2;; -ca-key) cat "$2" > /dev/null;; -days|-ip-addresses);;
  *) exit 1;; esac; shift 2; done
[ ! -e "$out" ] || { echo "output directory: $out already exists" >&2; [ "$command" = create-ca ]; exit; }
mkdir -m 755 "$out"
kind=\${command#create-}
echo "$kind $names by \${ca:-itself} $(od -An -N4 -tx4 /dev/urandom)" > "$out/$kind.crt"; chmod 444 "$out/$kind.crt"
echo "key" > "$out/$kind.key"; chmod 400 "$out/$kind.key"
`;

describe('certificates.sh', () => {
  const place = join(folder, 'certificates');
  const nodes = ['eventstore-1', 'eventstore-2', 'eventstore-3'];
  const certificates = () => nodes.map((node) => read('certificates', node, 'node.crt'));
  const run = (...args: readonly string[]) => sh('certificates.sh', args, { CERTIFICATES: place });

  beforeAll(() => {
    mkdirSync(place);
    mkdirSync(join(folder, 'bin'));
    writeFileSync(join(folder, 'bin/es-gencert-cli'), TOOL);
    chmodSync(join(folder, 'bin/es-gencert-cli'), 0o755);
  });

  it('makes an authority and a certificate for each node by its name', () => {
    expect(run()).toMatchObject({ status: 0, stderr: '' });
    const authority = read('certificates', 'ca', 'ca.crt');
    certificates().forEach((certificate, index) =>
      expect(certificate).toContain(`node ${nodes[index]!},localhost by ${authority.trim()}`),
    );
  });

  it('shows the keys to their owner only, and the authority’s key to no node', () => {
    expect(nodes.map((node) => modeOf('certificates', node, 'node.key'))).toEqual(['400', '400', '400']);
    expect(modeOf('certificates', 'authority')).toBe('700');
    const { services } = composeFile('docker/compose.cluster.yml');
    const mounted = Object.entries(services)
      .filter(([name]) => name !== 'certificates')
      .flatMap(([, { volumes = [] }]) => volumes.filter((volume) => JSON.stringify(volume).includes('"certificates"')));
    const subpaths = mounted.map((volume) => (volume as unknown as { volume: { subpath: string } }).volume.subpath);
    expect([...new Set(subpaths)].sort()).toEqual(['ca', ...nodes]);
  });

  it('makes nothing twice, and what an interrupted run left undone', () => {
    const before = certificates();
    rmSync(join(place, 'eventstore-2/node.key'));
    expect(run().status).toBe(0);
    expect(certificates().map((certificate, index) => certificate === before[index])).toEqual([true, false, true]);
  });

  it('renews the nodes’ certificates in their folders, under the same authority', () => {
    const [before, authority] = [certificates(), read('certificates', 'ca', 'ca.crt')];
    const folders = nodes.map((node) => statSync(join(place, node)).ino);
    expect(run('renew').status).toBe(0);
    expect(certificates().filter((certificate) => before.includes(certificate))).toEqual([]);
    expect(read('certificates', 'ca', 'ca.crt')).toBe(authority);
    expect(nodes.map((node) => statSync(join(place, node)).ino)).toEqual(folders);
  });

  it('a lost authority takes every certificate with it', () => {
    const before = certificates();
    rmSync(join(place, 'authority/ca.key'));
    expect(run().status).toBe(0);
    expect(certificates().filter((certificate) => before.includes(certificate))).toEqual([]);
    expect(certificates()[0]).toContain(read('certificates', 'ca', 'ca.crt').trim());
  });
});
