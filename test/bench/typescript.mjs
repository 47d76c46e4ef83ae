// Lets Node run the sources as they are: `import './typescript.mjs'` first, then import() any .ts file.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
