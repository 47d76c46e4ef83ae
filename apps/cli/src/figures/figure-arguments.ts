import { parseArgs } from 'node:util';
import { figureParameters, parsed, type DimensionName, type Parsed } from '@soquy/boards';
import { type Language, type Words } from '@soquy/kernel';
import { CALL, languageOf, missing, optionFault, unknown, UsageError } from '../command.js';

/** What `soquy figures ...` was asked, read off the command line. */
export type FigureArguments =
  | { readonly verb: 'help'; readonly language: Language }
  | { readonly verb: 'list'; readonly json: boolean; readonly language: Language }
  | {
      readonly verb: 'show';
      readonly metric: string;
      readonly asked: Omit<Parsed<typeof figureParameters>, 'separator'>;
      readonly json: boolean;
      readonly language: Language;
    }
  | { readonly verb: 'evidence'; readonly figureId: string; readonly json: boolean; readonly language: Language };

/** Command line option -> query parameter of the API; the values follow the same rules. */
const OPTIONS = {
  agency: 'agency',
  programme: 'programme',
  'budget-line': 'budgetLine',
  fund: 'fund',
  organisation: 'organisation',
  'organisation-type': 'organisationType',
  sector: 'sector',
  kind: 'kind',
  place: 'place',
  source: 'source',
  year: 'year',
  object: 'object',
  'debt-age': 'debtAge',
  'as-of': 'effectiveTo',
  from: 'effectiveFrom',
  period: 'period',
  'known-at': 'knownAt',
  'group-by': 'groupBy',
} as const satisfies Record<string, DimensionName | 'effectiveTo' | 'effectiveFrom' | 'period' | 'knownAt' | 'groupBy'>;

/** Throws a `UsageError` for what is no command, and `Problem` for values the API would refuse. */
export function figureArguments(args: readonly string[], environment: NodeJS.ProcessEnv): FigureArguments {
  const { values, positionals } = options(args);
  const { json = false, lang: _lang, help, ...named } = values as Record<string, string> & { json?: boolean; help?: boolean };
  const language = languageOf(args, environment);
  const [verb, subject, ...rest] = positionals;
  if (help || verb === undefined) return { verb: 'help', language };
  if (rest.length > 0) throw unknown(rest[0]!);
  if (verb === 'list' && subject === undefined) return { verb, json, language };
  if (verb !== 'show' && verb !== 'evidence') throw unknown(verb === 'list' ? subject! : verb);
  if (subject === undefined) throw missing(verb === 'show' ? 'metric' : 'figure-id');
  if (verb === 'evidence') return { verb, figureId: subject, json, language };
  const query = Object.fromEntries(
    Object.entries(named).map(([option, value]) => [OPTIONS[option as keyof typeof OPTIONS], value]),
  );
  const { separator: _, ...asked } = parsed(figureParameters, query);
  return { verb, metric: subject, asked, json, language };
}

function options(args: readonly string[]) {
  const text = Object.fromEntries(Object.keys(OPTIONS).map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({
      args: [...args],
      options: { ...text, json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(optionFault(error));
  }
}

const FILTERS = Object.keys(OPTIONS)
  .slice(0, 13)
  .map((name) => `--${name}`)
  .join(' ');

/** Examples, and every option. */
export const FIGURES_USAGE: Words = {
  vi: `Ví dụ:
  ${CALL} figures list
  ${CALL} figures show grant.support --agency tra-vinh --as-of 2020-12-31
  ${CALL} figures show training.cost --period 2020 --group-by programme --json
  ${CALL} figures evidence <mã số liệu>

Lọc:       ${FILTERS}
Thời gian: --as-of <ngày>  --from <ngày>  --period 2026-H1|2026|2021..2025  --known-at <thời điểm>
Trình bày: --group-by <nhóm>  --json  --lang vi|en`,
  en: `Examples:
  ${CALL} figures list
  ${CALL} figures show grant.support --agency tra-vinh --as-of 2020-12-31
  ${CALL} figures show training.cost --period 2020 --group-by programme --json
  ${CALL} figures evidence <figure-id>

Filter: ${FILTERS}
Time:   --as-of <day>  --from <day>  --period 2026-H1|2026|2021..2025  --known-at <instant>
Shape:  --group-by <group>  --json  --lang vi|en`,
};
