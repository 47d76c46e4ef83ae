// `npm run test:eventstoredb`: contract, gateway and end-to-end suites against a real EventStoreDB or KurrentDB server.
//   EVENTSTORE_URL          one node, such as esdb://127.0.0.1:2113?tls=false or esdb://admin:secret@node:2113?tlsCAFile=ca.crt
//   EVENTSTORE_RESET        a command that leaves it with an empty log, for the suites that need one: an in-memory container's restart
//   EVENTSTORE_CLUSTER_URL  three nodes; their commands, in which {} stands for 1 to 3:
//   EVENTSTORE_STOP_NODE, EVENTSTORE_START_NODE, EVENTSTORE_PAUSE_NODE, EVENTSTORE_RESUME_NODE
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { EVENTSTORE_URL, EVENTSTORE_RESET, EVENTSTORE_CLUSTER_URL } = process.env;

const CONTRACT = ['test/contract/eventstoredb.spec'];
const ON_AN_EMPTY_LOG = ['platform-.*', 'acceptance', 'every-route', 'figures-consistency', 'money-.*', 'bad-input'].map(
  (name) => `test/e2e/${name}.spec`,
);

const runs = [
  EVENTSTORE_URL && { name: 'contract', paths: CONTRACT },
  EVENTSTORE_URL && EVENTSTORE_RESET && { name: 'gateway and end to end', paths: ON_AN_EMPTY_LOG },
  EVENTSTORE_CLUSTER_URL && { name: 'cluster', paths: ['test/contract/eventstoredb-cluster-nodes.spec'] },
].filter(Boolean);

if (runs.length === 0) {
  console.error('Set EVENTSTORE_URL or EVENTSTORE_CLUSTER_URL; see the top of test/run-eventstoredb.mjs.');
  process.exit(2);
}
if (EVENTSTORE_URL && !EVENTSTORE_RESET)
  console.log('Without EVENTSTORE_RESET only the contract is tried: the other suites need an empty log each.');

const env = { ...process.env, TEST_EVENT_STORE: 'eventstoredb' };
for (const { name, paths } of runs) {
  console.log(`\n${name} ...`);
  const args = [join(ROOT, 'node_modules/jest/bin/jest.js'), '--ci', '--runInBand', ...paths];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}
