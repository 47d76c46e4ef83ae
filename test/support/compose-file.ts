import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** A service as far as our rules look at it; what it extends is laid in. */
export interface Service {
  readonly image?: string;
  readonly build?: { readonly context?: string; readonly dockerfile?: string };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly restart?: string;
  readonly network_mode?: string;
  readonly networks?: readonly string[];
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly command?: unknown;
  readonly entrypoint?: unknown;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly volumes?: readonly (string | { readonly source: string; readonly target: string; readonly read_only?: boolean })[];
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: unknown };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly extends?: { readonly file: string; readonly service: string };
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string; readonly pids?: number } } };
}

export interface ComposeFile {
  readonly name?: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly networks?: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, { readonly file?: string }>>;
  readonly configs?: Readonly<Record<string, { readonly file?: string }>>;
}

/** A Compose file as its tools read it: anchors resolved, `<<` merged. */
export const composeDocument = (text: string): unknown => parse(text, { merge: true });

/** The same with every `extends` laid in: what is said here over what is said there. */
export function composeFile(path: string, text = readFileSync(path, 'utf8')): ComposeFile {
  const document = composeDocument(text) as ComposeFile;
  const services = Object.entries(document.services).map(([name, service]) => {
    if (!service.extends) return [name, service] as const;
    const { [service.extends.service]: base } = composeFile(join(dirname(path), service.extends.file)).services;
    return [name, { ...base, ...service }] as const;
  });
  return { ...document, services: Object.fromEntries(services) };
}
