import { pathOf, type Feature } from '@soquy/platform';
import { bacGiang } from './bac-giang.scenario.js';
import type { DemoStep } from './demo-scenario.js';
import { quangTri } from './quang-tri.scenario.js';
import { socTrang } from './soc-trang.scenario.js';
import { traVinh } from './tra-vinh.scenario.js';

/** All reports' scenarios; each is an agency of its own. */
export function demoSteps(features: readonly Feature[]): DemoStep[] {
  const commands = features.flatMap(({ commands }) => Object.entries(commands));
  const paths = new Map(commands.map(([name, command]) => [name, pathOf(command)!]));
  return [socTrang, traVinh, bacGiang, quangTri].flatMap((scenario) => scenario(paths).steps);
}
