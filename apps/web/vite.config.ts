import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './compressed.js';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
    target: 'es2022',
    manifest: true,
    // Nothing is written into the page itself: the content policy allows files of our own and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packages mark their client parts for frameworks that render on a server; there is none here.
      output: {
        // What every page needs comes in few files; what one page needs, with that page.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack\/(query-core|react-query|router-core|react-router|history|store|react-store))\//,
            },
            {
              name: 'parts',
              test: /(node_modules\/(@mantine\/(core|hooks)|@floating-ui|@tanstack\/(table-core|react-table))|apps\/web\/src\/shared\/(ui|words|api|format|as-of|keys)|libs\/kernel)\//,
              minShareCount: 3,
            },
          ],
        },
      },
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': api, '/health': api } },
});
