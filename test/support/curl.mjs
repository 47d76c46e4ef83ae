// Stands in for curl, as far as the guide calls it, on machines that have none: -s, -c and -b with a file, -H, -d.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: {
    silent: { type: 'boolean', short: 's' },
    'cookie-jar': { type: 'string', short: 'c' },
    cookie: { type: 'string', short: 'b' },
    header: { type: 'string', short: 'H', multiple: true, default: [] },
    data: { type: 'string', short: 'd' },
  },
  allowPositionals: true,
});

const headers = values.header.map((line) => line.split(/:\s*(.*)/, 2));
if (values.cookie) headers.push(['cookie', readFileSync(values.cookie, 'utf8')]);
const sent = values.data === undefined ? {} : { method: 'POST', body: values.data.replaceAll('\n', '') };
const answer = await fetch(positionals[0], { headers, ...sent });
const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
if (values['cookie-jar']) writeFileSync(values['cookie-jar'], cookies.join('; '));
process.stdout.write(await answer.text());
