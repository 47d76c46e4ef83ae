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
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true, proxy: { '/api': api, '/health': api } },
});
