import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { settingRows } from '../../libs/platform/src/settings/setting-rows.js';
import type { ComposeFile, Service } from './compose-file.js';

/** Why a service may do without what the others have. */
const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  health: {
    certificates: 'ends when its work is done, and is waited for by that',
    soquy: 'is one command that ends',
  },
  restart: {
    certificates: 'ends when its work is done',
    soquy: 'is one command that ends',
  },
  cap_add: { proxy: 'NET_BIND_SERVICE stands in the file of the program, which is not started without it' },
};

/** Environment variables as the vendor's pages list them: the image of PostgreSQL, and KurrentDB 26.0. */
const POSTGRES = ['POSTGRES_PASSWORD_FILE', 'POSTGRES_INITDB_ARGS', 'POSTGRES_USER', 'POSTGRES_DB'];
const KURRENTDB = [
  'CLUSTER_SIZE',
  'DISCOVER_VIA_DNS',
  'GOSSIP_SEED',
  'NODE_IP',
  'NODE_HOST_ADVERTISE_AS',
  'REPLICATION_IP',
  'REPLICATION_HOST_ADVERTISE_AS',
  'TRUSTED_ROOT_CERTIFICATES_PATH',
  'CERTIFICATE_FILE',
  'CERTIFICATE_PRIVATE_KEY_FILE',
  'RUN_PROJECTIONS',
  'DISABLE_LOG_FILE',
  'TELEMETRY_OPTOUT',
].map((name) => `KURRENTDB_${name}`);

const OURS = Object.values(settingRows).flatMap(({ variable }) => [variable, `${variable}_FILE`]);

/** By image, what its containers may be told. The last two of the log's nodes are read by eventstore-node.sh. */
const VARIABLES: readonly [RegExp, readonly string[]][] = [
  [/^so-quy:/, OURS],
  [/^postgres:/, POSTGRES],
  [/\/kurrentdb:/, [...KURRENTDB, 'ADMIN_PASSWORD_FILE', 'OPS_PASSWORD_FILE']],
  [/^caddy:/, ['SITE']],
];

type Rule = (service: Service, name: string, file: ComposeFile) => boolean;

const isExcused = (rule: string, name: string) => EXCEPTIONS[rule]?.[name] !== undefined;
const names = (service: Service) => Object.keys(service.environment ?? {});
const values = (service: Service) => Object.values(service.environment ?? {}).map(String);
const sourceOf = (volume: NonNullable<Service['volumes']>[number]) =>
  typeof volume === 'string' ? volume.split(':')[0]! : volume.source;

/** What each service owes; a rule answers whether it is kept. */
const SERVICE_RULES: Readonly<Record<string, Rule>> = {
  'its image is pinned to a version': ({ image }) => /:v?\d+\.\d+(\.\d+)?(-[\w.]+)?$/.test(image ?? ''),
  'it is not root': ({ user }) => /^[1-9]\d*:[1-9]\d*$/.test(user ?? ''),
  'it gets no rights': ({ cap_drop, cap_add = [], privileged }, name) =>
    cap_drop?.includes('ALL') === true && !privileged && (cap_add.length === 0 || isExcused('cap_add', name)),
  'it gains no rights': ({ security_opt }) => security_opt?.includes('no-new-privileges:true') === true,
  'its root is read-only': ({ read_only }) => read_only === true,
  'its health is checked': ({ healthcheck }, name) =>
    (Array.isArray(healthcheck?.test) && healthcheck.test[0] === 'CMD') || isExcused('health', name),
  'it comes back': ({ restart }, name) => (restart === 'unless-stopped') !== isExcused('restart', name),
  'it has limits': ({ deploy }) => Boolean(deploy?.resources?.limits?.memory && deploy.resources.limits.pids),
  'its command needs no shell': ({ command = [], entrypoint = [] }) => Array.isArray(command) && Array.isArray(entrypoint),
  'its environment holds no secret': (service) =>
    names(service).every((name) => !/PASSWORD|SECRET|TOKEN|_KEY$/.test(name) || name.endsWith('_FILE')) &&
    values(service).every((value) => !/:\/\/[^/]*:[^/]*@/.test(value)),
  'its variables are known': (service) => {
    const known = VARIABLES.find(([image]) => image.test(service.image ?? ''))?.[1] ?? [];
    return names(service).every((name) => known.includes(name));
  },
  'it waits for what it needs until that works': ({ depends_on = {} }, _, { services }) =>
    Object.entries(depends_on).every(
      ([name, { condition }]) =>
        name in services && condition === (isExcused('health', name) ? 'service_completed_successfully' : 'service_healthy'),
    ),
  'it is open to this machine only': ({ ports = [] }) => ports.every((port) => /^(\$\{\w+:-)?127\.0\.0\.1\}?:/.test(port)),
  'only what has a port stands in a network that reaches the world': ({ networks = [], network_mode, ports = [] }, _, file) =>
    network_mode === 'none' ||
    (networks.length > 0 && networks.every((name) => file.networks?.[name]?.internal === true || ports.length > 0)),
  'its volumes, secrets and configs are declared': ({ volumes = [], secrets = [], configs = [] }, _, file) =>
    volumes.every((volume) => sourceOf(volume) in (file.volumes ?? {})) &&
    secrets.every((name) => name in (file.secrets ?? {})) &&
    configs.every(({ source }) => source in (file.configs ?? {})),
};

/** Every rule that is not kept, as `service: rule`; and files that are named and not there. */
export function complaintsOf(file: ComposeFile, folder: string): readonly string[] {
  const ofServices = Object.entries(file.services).flatMap(([name, service]) =>
    Object.entries(SERVICE_RULES)
      .filter(([, isKept]) => !isKept(service, name, file))
      .map(([rule]) => `${name}: ${rule}`),
  );
  const missing = Object.values(file.configs ?? {}).filter((config) => !config.file || !existsSync(join(folder, config.file)));
  const loose = Object.values(file.secrets ?? {}).filter((secret) => !secret.file?.startsWith('secrets/'));
  return [
    ...ofServices,
    ...missing.map((config) => `config ${String(config.file)}: is there`),
    ...loose.map(() => 'secret: is a file'),
  ];
}
