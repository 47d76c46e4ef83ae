// Unpacks the Chromium that npm installed into the folder given, together with the libraries and the font it needs on a bare
// machine. A process of its own, because the package writes into whatever the temporary folder of its process is.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const place = resolve(process.argv[2]);
const own = `${place}-${process.pid}`;

/** The package's own list of fonts names fixed folders, which need not be ours. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${place}/fonts</dir>
  <cachedir>${place}/fonts-cache</cachedir>
</fontconfig>
`;

mkdirSync(own, { recursive: true });
try {
  process.env.TMPDIR = own;
  // Read when the package is imported: only then does it bring the libraries.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  writeFileSync(join(own, 'fonts/fonts.conf'), fonts);
  // Whole or not at all: of two who unpack at the same moment, the first one's stays.
  renameSync(own, place);
} catch (error) {
  rmSync(own, { recursive: true, force: true });
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
