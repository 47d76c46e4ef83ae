// Must parse on any Node that knows modules, so that an old one reaches the sentence below instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Sổ Quỹ cần Node.js 20.19 trở lên; máy này đang dùng ${process.version}. Xem https://nodejs.org`);
  console.error(`Sổ Quỹ needs Node.js 20.19 or newer; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}

import('./make-ready.mjs').then(({ makeReady }) => makeReady(process.argv.slice(2)));
