import { pathOf, type Feature } from '@soquy/platform';
import { publishedCommands } from '@soquy/reference';
import { bacGiang } from './bac-giang.scenario.js';
import type { DemoStep } from './demo-scenario.js';
import { quangTri } from './quang-tri.scenario.js';
import { socTrang } from './soc-trang.scenario.js';
import { publishedKey, SYSTEM } from '../published.js';
import { traVinh } from './tra-vinh.scenario.js';

/** All reports' scenarios, each an agency of its own, among what the state published in those years. */
export function demoSteps(features: readonly Feature[]): DemoStep[] {
  const commands = features.flatMap(({ commands }) => Object.entries(commands));
  const paths = new Map(commands.map(([name, command]) => [name, pathOf(command)!]));
  return [...publishedSteps(), ...[socTrang, traVinh, bacGiang, quangTri].flatMap((scenario) => scenario(paths).steps)];
}

/** Nothing is recorded before the agency that stands for the state. */
const FIRST_MOMENT = Date.parse('2008-08-01T00:00:00+07:00');

/** Laws and calendars are recorded on the day they come into force, so that the log's own time runs with the scenarios'. */
function publishedSteps(): DemoStep[] {
  return publishedCommands().map(([command, fields], index) => {
    const { effectiveOn } = fields as { effectiveOn: string };
    const moment = Math.max(FIRST_MOMENT, Date.parse(`${effectiveOn}T00:00:00+07:00`));
    const recordedAt = new Date(moment + index * 1_000);
    return {
      key: publishedKey(fields),
      recordedAt,
      as: SYSTEM.personId,
      command,
      fields: { ...fields, effectiveOn },
      invented: false,
    };
  });
}
