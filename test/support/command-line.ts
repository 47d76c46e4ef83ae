import { soquy } from '../../apps/cli/src/soquy.js';

/** What a call of the command line came to. */
export interface Ended {
  readonly code: number;
  /** Data. */
  readonly out: string;
  /** Messages. */
  readonly err: string;
}

export interface CommandLine {
  (...args: readonly string[]): Promise<Ended>;
}

interface Around {
  readonly env: Record<string, string>;
  readonly folder?: string;
  /** What comes in on stdin. */
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/** The command line as `soquy` gets it, in this process. */
export function commandLine({ env, folder = '/', input = '', signal = new AbortController().signal }: Around): CommandLine {
  return async (...args) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await soquy(args, {
      env,
      root: '/',
      folder,
      print: (line) => void out.push(line),
      complain: (line) => void err.push(line),
      input: (async function* () {
        yield Promise.resolve(input);
      })(),
      signal,
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
}
