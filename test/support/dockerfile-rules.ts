import { existsSync, readFileSync } from 'node:fs';
import { settingRows } from '../../libs/platform/src/settings/setting-rows.js';
import { assignmentsOf, execForm, reachesBuild, stagesOf, type Stage } from './dockerfile.js';

interface Given {
  readonly stages: readonly Stage[];
  readonly last: Stage;
  readonly reaches: (path: string) => boolean;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
};

const textsOf = (stage: Stage, word: string) =>
  stage.instructions.filter((instruction) => instruction.word === word).map(({ text }) => text);
const imagesOf = ({ stages }: Given) =>
  stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from));

/** `COPY` lines that take from the project's folder, without the place they copy to. */
const copiedPaths = ({ stages }: Given) =>
  stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ word, flags }) => word === 'COPY' && flags.from === undefined)
    .flatMap(({ text }) => text.split(/\s+/).slice(0, -1));

/** The start and the health check, which both are to be a program and its arguments. */
const startOf = ({ last }: Given) => textsOf(last, 'CMD').map(execForm);
const healthOf = ({ last }: Given) => textsOf(last, 'HEALTHCHECK').map((text) => execForm(text.replace(/^CMD /, '')));
const isNode = (command: readonly string[] | undefined) => command?.[0] === 'node';

/** The least version that `engines` allows, and the one in the tag of an image, as numbers that compare. */
const asNumber = (version: string) =>
  version.split('.').reduce((sum, part, place) => sum + Number(part) * 1000 ** (2 - place), 0);

const RULES: Readonly<Record<string, (given: Given) => boolean>> = {
  'every image is pinned to a version': (given) =>
    imagesOf(given).every((image) => /^[\w./-]+:\d+\.\d+\.\d+-[\w.-]+$/.test(image)),
  'every stage has the same Node, of a line with long support, new enough for package.json': (given) => {
    const versions = imagesOf(given).map((image) => /^node:([\d.]+)/.exec(image)?.[1]);
    const [version] = versions;
    const isLongTerm = Number(version?.split('.')[0]) % 2 === 0;
    const least = /^>=([\d.]+)$/.exec(manifest.engines.node)![1]!;
    return version !== undefined && new Set(versions).size === 1 && isLongTerm && asNumber(version) >= asNumber(least);
  },
  'it ends as an account that is not root': ({ last }) => /^[1-9]\d*:[1-9]\d*$/.test(textsOf(last, 'USER').at(-1) ?? ''),
  'it runs node, not npm, and no shell in between': (given) =>
    startOf(given).length === 1 && startOf(given).every(isNode) && textsOf(given.last, 'ENTRYPOINT').join() === '[]',
  'node asks for its health': (given) => healthOf(given).length === 1 && healthOf(given).every(isNode),
  'SIGTERM ends it': ({ last }) => textsOf(last, 'STOPSIGNAL').join() === 'SIGTERM',
  'what is copied is there and reaches the build': (given) =>
    copiedPaths(given).every((path) => existsSync(path) && given.reaches(path)),
  'it copies named files, and nothing from elsewhere': (given) =>
    copiedPaths(given).every((path) => !/^\.?\/?$|[*?]/.test(path)) &&
    given.stages.every((stage) => textsOf(stage, 'ADD').length === 0),
  'packages come from the lock file, without those for tests, and run no scripts': ({ stages }) => {
    const commands = stages.flatMap((stage) => textsOf(stage, 'RUN')).flatMap((text) => text.split(/\s+&&\s+/));
    const installing = commands.filter((command) => /^npm (i|install|ci|add|exec)\b/.test(command));
    return installing.length > 0 && installing.every((command) => /^npm ci --omit=dev --ignore-scripts /.test(command));
  },
  'what only builds is named as package.json names it': ({ stages }) => {
    const removed = stages
      .flatMap((stage) => textsOf(stage, 'RUN'))
      .flatMap((text) => /npm uninstall ([^&]+)/.exec(text)?.[1] ?? []);
    const names = removed.flatMap((text) => text.trim().split(/\s+/)).filter((name) => !name.startsWith('--'));
    return names.length > 0 && names.every((name) => name in manifest.dependencies);
  },
  'its settings are settings of the product': ({ last }) => {
    const known = ['PATH', ...Object.values(settingRows).map(({ variable }) => variable)];
    return Object.keys(assignmentsOf(last, 'ENV')).every((name) => known.includes(name));
  },
  'it is for production, and reachable from other containers': ({ last }) => {
    const { NODE_ENV, HOST } = assignmentsOf(last, 'ENV');
    return NODE_ENV === 'production' && HOST === '0.0.0.0';
  },
  'its labels say what it is': ({ last }) => {
    const label = (name: string) => assignmentsOf(last, 'LABEL')[`org.opencontainers.image.${name}`];
    return (
      Boolean(label('title') && label('description')) &&
      label('version') === manifest.version &&
      label('licenses') === 'Apache-2.0'
    );
  },
};

/** The rules that a Dockerfile, with its .dockerignore, does not keep. */
export function dockerfileComplaints(dockerfile: string, dockerignore: string): readonly string[] {
  const stages = stagesOf(dockerfile);
  const given = { stages, last: stages.at(-1)!, reaches: reachesBuild(dockerignore) };
  return Object.entries(RULES)
    .filter(([, isKept]) => !isKept(given))
    .map(([rule]) => rule);
}
