import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Where the strict set is taken less strictly, each with its reason. */
const OUR_WAY = {
  // Nest modules are classes that carry nothing but a decorator.
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // Under `noUncheckedIndexedAccess` every index may be undefined; `!` and `as` say that the code around knows better.
  '@typescript-eslint/no-non-null-assertion': 'off',
  '@typescript-eslint/no-unnecessary-type-assertion': 'off',
  // What comes out of JSON, a database or another's code is looked at although its type promises.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  // Tables from event names to functions are indexed by strings, and commands are plain data in the clothes of a class.
  '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-misused-spread': 'off',
  // A port's method is async because another adapter must wait.
  '@typescript-eslint/require-await': 'off',
  // A number, or a piece of SQL that knows its own text, reads well in a sentence; other objects do not.
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: [{ from: 'file', name: 'Where' }] }],
  // `(): void => work()` is how one-liners are passed to timers and events.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  'no-constant-condition': ['error', { checkLoops: false }],
};

/** Tests read answers of any shape and call them wrong by failing. */
const IN_TESTS = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((kind) => [`@typescript-eslint/no-unsafe-${kind}`, 'off']),
);

const NODE_GLOBALS = [
  'process',
  'console',
  'performance',
  'URL',
  'fetch',
  'globalThis',
  'module',
  'require',
  '__dirname',
  'setTimeout',
];

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.data/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: OUR_WAY,
  },
  {
    files: ['test/**/*.ts', '**/*.spec.ts', '**/*.spec.tsx'],
    rules: { ...IN_TESTS, '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
  },
);
