// The command line: `npm run -s soquy -- <command>`, or this file itself.
import '../../../dist/apps/cli/src/main.js';
