import { figureText, type Language, unitWords } from '@soquy/kernel';
import type { Query } from '@nestjs/cqrs';
import { EVERYONE, GetCatalogue, GetEvidence, GetFigure, type FigureAnswer, type FigureRows } from '@soquy/boards';
import { Problem } from '@soquy/platform';
import { evidenceLines } from './evidence-lines.js';
import { languageOf, UsageError } from '../command.js';
import { figureArguments, FIGURES_USAGE, type FigureArguments } from './figure-arguments.js';
import { asOfLine, figureLines, rowLines } from './figure-lines.js';
import { table } from './table.js';

/** What the command needs of the house it runs in. */
export interface FiguresTools {
  /** The query bus, or what answers like it. */
  readonly execute: <Result>(query: Query<Result>) => Promise<Result>;
  /** Data, one line a call. */
  readonly print: (line: string) => void;
  /** Messages, kept apart from data. */
  readonly complain: (line: string) => void;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Exit codes: 0 answered, 1 no such figure, 2 asked wrongly, 4 not to be had at the moment. */
export type ExitCode = 0 | 1 | 2 | 4;

/** `soquy figures list | show <metric> | evidence <figureId>`: the same questions as the API's, for everyone's agencies. */
export async function runFigures(args: readonly string[], tools: FiguresTools): Promise<ExitCode> {
  const language = languageOf(args, tools.environment ?? {});
  try {
    await answer(figureArguments(args, tools.environment ?? {}), tools);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      tools.complain(`${error.words[language]}\n${FIGURES_USAGE[language]}`);
      return 2;
    }
    if (!(error instanceof Problem)) throw error;
    tools.complain(error.detail[language]);
    for (const { detail } of error.extra.errors ?? []) tools.complain(`  ${detail[language]}`);
    return error.status === 404 ? 1 : error.status >= 500 ? 4 : 2;
  }
}

async function answer(asked: FigureArguments, { execute, print }: FiguresTools): Promise<void> {
  const json = (value: unknown) => print(JSON.stringify(value, undefined, 2));
  switch (asked.verb) {
    case 'help':
      return print(FIGURES_USAGE[asked.language]);
    case 'list': {
      const cards = await execute(new GetCatalogue());
      if (asked.json) return json(cards);
      const rows = cards.map(({ metric, unit, words, formula }) => [
        metric,
        words[asked.language],
        unitWords[unit][asked.language],
        formula[asked.language],
      ]);
      return table(HEAD[asked.language], rows, new Set()).forEach(print);
    }
    case 'show': {
      const found = await execute(new GetFigure(asked.metric, asked.asked, EVERYONE));
      if (asked.json) return json(found);
      return (await shown(found, asked.language, execute)).forEach(print);
    }
    case 'evidence': {
      const evidence = await execute(new GetEvidence(asked.figureId, { limit: MOST_LINES }, EVERYONE));
      return asked.json ? json(evidence) : evidenceLines(evidence, asked.language).forEach(print);
    }
  }
}

/** Lines of evidence a terminal gets; files of all of it come from the API. */
const MOST_LINES = 200;

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Chỉ tiêu', 'Tên', 'Đơn vị tính', 'Cách tính'],
  en: ['Metric', 'Name', 'Unit', 'Computed as'],
};

async function shown(
  found: FigureAnswer | FigureRows,
  language: Language,
  execute: FiguresTools['execute'],
): Promise<readonly string[]> {
  const cards = await execute(new GetCatalogue());
  const words = cards.find(({ metric }) => metric === found.metric)!.words[language];
  const title = `${words} (${found.metric})`;
  if ('rows' in found) return [title, ...rowLines(found, language), asOfLine(found.meta, language)];
  return [title, `  ${figureText(found, language)}`, ...figureLines(found, language), asOfLine(found.meta, language)];
}
