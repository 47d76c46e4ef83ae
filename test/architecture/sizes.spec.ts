import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { sourceFiles } from '../support/source-files.js';

const MOST_LINES_A_FILE = 300;
const MOST_LINES_A_FUNCTION = 70;
const MOST_LINES_A_MODULE = 15;
const MOST_LINES_A_RECORD = 40;

const sources = sourceFiles(['apps', 'libs', 'test'], /\.(ts|tsx|mjs|cjs)$/).filter((file) => !file.endsWith('.gen.d.ts'));
const styles = sourceFiles(['apps/web'], /\.css$/);
const linesOf = (text: string) => text.trimEnd().split('\n').length;
const longerThan = (most: number, files: readonly string[]) =>
  files.map((file) => ({ file, lines: linesOf(readFileSync(file, 'utf8')) })).filter(({ lines }) => lines > most);

/** `file:line name: lines` of every function beyond the limit; a `describe` is a heading, not a function. */
export function longFunctions(file: string, text: string, most = MOST_LINES_A_FUNCTION): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body && !isHeading(node)) {
      const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
      if (lines > most)
        found.push(`${file}:${lineOf(node.getStart(source))} ${node.name?.getText(source) ?? 'function'}: ${lines}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isHeading = ({ parent }: ts.Node) => ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText());

describe('sizes', () => {
  it(`no file is longer than ${MOST_LINES_A_FILE} lines`, () => {
    expect(styles.length).toBeGreaterThan(0);
    expect(longerThan(MOST_LINES_A_FILE, [...sources, ...styles])).toEqual([]);
  });

  it(`no function is longer than ${MOST_LINES_A_FUNCTION} lines`, () => {
    expect(sources.flatMap((file) => longFunctions(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('a slice module wires and does nothing else', () => {
    const modules = sources.filter((file) => /^libs\/(programmes|reference)\/src\/[^/]+\/.*\.module\.ts$/.test(file));
    expect(modules.length).toBeGreaterThan(0);
    expect(longerThan(MOST_LINES_A_MODULE, modules)).toEqual([]);
  });

  it('a decision record fits one look', () => {
    const records = sourceFiles(['apps/docs/decisions'], /\.md$/);
    expect(records.length).toBeGreaterThan(0);
    expect(longerThan(MOST_LINES_A_RECORD, records)).toEqual([]);
  });

  it('the limit finds methods, arrows and functions, and passes over headings', () => {
    const body = `{\n${'  work();\n'.repeat(MOST_LINES_A_FUNCTION)}}`;
    const long = `class A { method() ${body} }\nconst arrow = () => ${body};\nfunction plain() ${body}\ndescribe('a', () => ${body});`;
    expect(longFunctions('planted.ts', long)).toHaveLength(3);
    expect(longFunctions('planted.ts', 'const short = () => 1;')).toEqual([]);
    const lines = '<p />\n'.repeat(MOST_LINES_A_FUNCTION);
    expect(longFunctions('planted.tsx', `export function Page() { return <main>\n${lines}</main>; }`)).toHaveLength(1);
  });
});
