/** One line of a Dockerfile, continuations joined. */
export interface Instruction {
  readonly word: string;
  /** `--from=build` and the like. */
  readonly flags: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Stage {
  /** The name behind `AS`; the last stage may have none. */
  readonly name: string | undefined;
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile in their order. Covers what ours uses: no heredocs, no parser directives. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const instruction of instructionsOf(dockerfile)) {
    if (instruction.word === 'FROM') {
      const [from, , name] = instruction.text.split(/\s+/);
      stages.push({ name, from: from!, instructions: [] });
    } else stages.at(-1)!.instructions.push(instruction);
  }
  return stages;
}

function instructionsOf(dockerfile: string): readonly Instruction[] {
  const lines = dockerfile.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  const joined = lines.join('\n').replace(/\s*\\\n\s*/g, ' ');
  return joined.split('\n').map((line) => {
    const [, word, rest] = /^(\S+)\s+(.*)$/.exec(line)!;
    const flags = [...rest!.matchAll(/(?:^|\s)--(from|chmod|chown|interval|timeout|start-period|retries)=(\S+)/g)];
    const text = flags.reduce((left, [flag]) => left.replace(flag, ''), rest!).trim();
    return { word: word!, flags: Object.fromEntries(flags.map(([, name, value]) => [name!, value!])), text };
  });
}

/** The parts of a command in exec form; undefined for one that a shell would take apart. */
export function execForm(text: string): readonly string[] | undefined {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : undefined;
}

/** What `ENV` and `LABEL` lines of a stage set. */
export function assignmentsOf(stage: Stage, word: 'ENV' | 'LABEL'): Readonly<Record<string, string>> {
  const texts = stage.instructions.filter((instruction) => instruction.word === word).map(({ text }) => text);
  const pairs = texts.flatMap((text) => [...text.matchAll(/([\w.]+)=(?:"([^"]*)"|(\S*))/g)]);
  return Object.fromEntries(pairs.map(([, name, quoted, plain]) => [name!, quoted ?? plain!]));
}

/** Whether a file of the project reaches the build: the last pattern of .dockerignore that takes it, or a folder above it, counts. */
export function reachesBuild(dockerignore: string): (path: string) => boolean {
  const rules = dockerignore
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .map((line) => ({ lets: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '').trim()) }));
  return (path) => {
    const parts = path.split('/');
    const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
    return rules.reduce((lets, rule) => (above.some((place) => rule.pattern.test(place)) ? rule.lets : lets), true);
  };
}

function patternOf(glob: string): RegExp {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const any = escaped.replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${any}$`);
}
