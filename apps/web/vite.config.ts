import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './compressed.js';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const FRAME_PARTS = [
  'node_modules/(react|react-dom|scheduler|use-sync-external-store|openapi-fetch|clsx)/',
  'node_modules/@tanstack/(query-core|react-query|router-core|react-router|history|store|react-store)/',
  'node_modules/@mantine/(hooks|store)/',
  'node_modules/@mantine/core/esm/(core|utils)/',
  'node_modules/@mantine/core/esm/components/(AppShell|Box|Button|Burger|Collapse|FocusTrap|Group|Input|InputBase|Loader|NativeSelect|NavLink|Paper|Popover|Portal|Stack|Text|Title|Transition|UnstyledButton|Anchor|Overlay)/',
  'node_modules/@floating-ui/',
  'libs/kernel/src/(day|money|number-words|text|words)',
  'apps/web/src/app/(?!palette|key-help|notices|sign-in-again)',
  'apps/web/src/features/[^/]+/[^/]+[.]screens',
  'apps/web/src/shared/(words|api|keys|format)/',
  'apps/web/src/shared/as-of/(?!as-of-form|period)',
  'apps/web/src/shared/ui/(page|screen|states)',
];
const FRAME = { name: 'frame', test: new RegExp(FRAME_PARTS.join('|')), priority: 2, minShareCount: 1 };
const WIDGETS = {
  name: 'widgets',
  test: /node_modules\/(@mantine\/core|@tanstack\/(table-core|react-table)|react-(remove-scroll|style-singleton|number-format))|libs\/kernel\/|apps\/web\/src\/shared\/(ui|lists)\/|apps\/web\/src\/shared\/figures\/(figure-number|fact-number|number-|open-figure|figure[.]|figure-ids|on-page|computed)/,
  priority: 1,
  minShareCount: 2,
};

/** `API_URL` names the running product that the development server asks. */
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: place('.'),
  plugins: [compressed(place('../../dist/apps/web/assets'))],
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
      // What every page needs comes in one file, what most need in a second, and what one page needs with that page.
      output: { codeSplitting: { groups: [FRAME, WIDGETS] } },
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': api, '/health': api } },
});
