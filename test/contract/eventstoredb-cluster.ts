import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { EventStoreDbServer } from '../eventstoredb/server.js';

/** Three nodes over one log, and what an operator can do to each of them. */
export interface Cluster {
  readonly name: string;
  readonly url: string;
  stop(node: number): Promise<void>;
  start(node: number): Promise<void>;
  pause(node: number): Promise<void>;
  resume(node: number): Promise<void>;
  /** The cluster itself is done with. */
  leave(): Promise<void>;
}

export const NODES = [0, 1, 2];

/** Shell commands for a node of one's own cluster; `{}` stands for its number, from 1. */
const COMMANDS = {
  stop: 'EVENTSTORE_STOP_NODE',
  start: 'EVENTSTORE_START_NODE',
  pause: 'EVENTSTORE_PAUSE_NODE',
  resume: 'EVENTSTORE_RESUME_NODE',
} as const;

const run = promisify(exec);

/** The one at `EVENTSTORE_CLUSTER_URL`, or one in this process. */
export async function testCluster(): Promise<Cluster> {
  const url = process.env.EVENTSTORE_CLUSTER_URL;
  return url ? realCluster(url) : await clusterHere();
}

function realCluster(url: string): Cluster {
  const command = (what: keyof typeof COMMANDS) => async (node: number) => {
    const text = process.env[COMMANDS[what]];
    if (!text) throw new Error(`${COMMANDS[what]} must name a command for EVENTSTORE_CLUSTER_URL`);
    await run(text.replaceAll('{}', String(node + 1)));
  };
  const [stop, start, pause, resume] = [command('stop'), command('start'), command('pause'), command('resume')];
  return { name: 'a cluster of its own', url, stop, start, pause, resume, leave: async () => {} };
}

async function clusterHere(): Promise<Cluster> {
  const server = await EventStoreDbServer.start({ nodes: NODES.length });
  return {
    name: 'three nodes in this process',
    url: server.url,
    stop: (node) => server.kill(node),
    start: (node) => server.revive(node),
    pause: (node) => server.pause(node),
    resume: async (node) => server.resume(node),
    leave: () => server.stop(),
  };
}
