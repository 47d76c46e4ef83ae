import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './compressed.js';
import { preloaded } from './preloaded.js';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FRAME_PARTS = [
  'node_modules/(react|react-dom|scheduler|use-sync-external-store|openapi-fetch|clsx)/',
  'node_modules/@tanstack/(query-core|react-query|router-core|react-router|history|store|react-store)/',
  'node_modules/@mantine/(hooks|store)/',
  'node_modules/@mantine/core/esm/(core|utils)/',
  'node_modules/@mantine/core/esm/components/(AppShell|Box|Button|Burger|Collapse|FocusTrap|Group|Input|InputBase|Loader|NativeSelect|NavLink|Paper|Popover|Portal|Stack|Text|Title|Transition|UnstyledButton|Anchor|Overlay)/',
  'node_modules/@floating-ui/',
  'libs/kernel/src/(day|money|number-words|text|words)',
  'apps/web/(index[.]html|src/main[.]tsx)',
  'rolldown:runtime|rolldown/runtime|vite/preload-helper|modulepreload',
  'apps/web/src/app/(?!palette|key-help|notices|sign-in-again)',
  'apps/web/src/features/[^/]+/[^/]+[.]screens',
  'apps/web/src/shared/(words|api|keys|format)/',
  'apps/web/src/shared/as-of/(?!as-of-form|period)',
  'apps/web/src/shared/ui/(page|screen|states)',
];
/** What every page needs, with the entry itself: one file. */
const FRAME = { name: 'frame', test: new RegExp(FRAME_PARTS.join('|')), priority: 3, minShareCount: 1 };

const WIDGET_PARTS = [
  'node_modules/@mantine/core/esm/components/(ActionIcon|Badge|FloatingIndicator|List|ScrollArea|SegmentedControl|SimpleGrid|Skeleton|Table|Tabs)/',
  'node_modules/@tanstack/(table-core|react-table)/',
  'node_modules/@mantine/notifications/esm/notifications[.]store',
  'libs/kernel/',
  'apps/web/src/shared/ui/',
  'apps/web/src/shared/charts/(chart[-.]|charts|palette|sparkline[.])',
  'apps/web/src/shared/figures/(figure-(ids|list|number|tables)|fact-number|number-|open-figure|figure[.]|on-page|computed-number|file-links|use-value-name)',
  'apps/web/src/shared/lending/ageing',
  'apps/web/src/shared/objects/(paged-list|use-list-pages)',
  'apps/web/src/shared/print/(choices|chosen-in|printing)',
  'apps/web/src/shared/timeline/fact-text',
  'apps/web/src/features/(inbox/inbox|overview/overview|programmes/programmes|fund/funds|loans/loans|overdue/overdue)-page[.]tsx',
];
/** What pages show, tables and numbers that open, with the small pages people go to most: from one to the next asks for no code. */
const WIDGETS = { name: 'widgets', test: new RegExp(WIDGET_PARTS.join('|')), priority: 2, minShareCount: 1 };

/** What pages record with. */
const FIELDS = {
  name: 'fields',
  test: /@mantine\/core\/esm\/components\/(Combobox|Select|MultiSelect|Pill|PillsInput|Textarea|PasswordInput|Checkbox|FileInput|FileButton|Radio)\/|react-number-format|apps\/web\/src\/shared\/forms\//,
  priority: 1,
  minShareCount: 2,
};

/** `API_URL` names the running product that the development server asks. */
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: place('.'),
  plugins: [preloaded(WIDGETS.name), compressed(place('../../dist/apps/web/assets'))],
  resolve: {
    alias: [
      { find: /^@soquy\/(kernel|lending)$/, replacement: `${place('../../libs')}/$1/src/index.ts` },
      { find: /^@\//, replacement: `${place('./src')}/` },
    ],
  },
  build: {
    outDir: place('../../dist/apps/web'),
    emptyOutDir: true,
    cssCodeSplit: false,
    target: 'es2022',
    manifest: true,
    // Nothing is written into the page itself: the content policy allows files of our own and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packages mark their client parts for frameworks that render on a server; there is none here.
      // What every page needs comes in one file, what most show in a second, and what one page needs with that page.
      output: { codeSplitting: { groups: [FRAME, WIDGETS, FIELDS] } },
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': api, '/health': api } },
});
