import { crossFigures, programmes } from '../index.js';

describe('figures over several slices', () => {
  const published = Object.assign({}, ...programmes.map(({ feature }) => feature.figures)) as Record<string, { unit: string }>;

  it('add only money that some slice publishes, each once', () => {
    const { terms } = crossFigures['support.total'];
    expect(terms.map(({ metric }) => published[metric]?.unit)).toEqual(terms.map(() => 'vnd'));
    expect(new Set(terms.map(({ metric }) => metric)).size).toBe(terms.length);
  });

  it('take no name a slice has taken', () => {
    for (const name of Object.keys(crossFigures)) expect(published).not.toHaveProperty([name]);
  });
});
