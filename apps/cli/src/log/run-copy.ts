import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { argumentsOf, missing, UsageError, type Called, type Run } from '../command.js';
import { numberText } from '../text.js';
import { copyLog, type CopiedLog } from './copy-log.js';
import { openEnds, type LogEnd } from './log-ends.js';
import { progress } from './progress.js';

const TEXT = { type: 'string' } as const;

/** Makes the log of one store equal to that of another, which may go on being written. */
export const copy: Run = async (args, called) => {
  const { values } = argumentsOf(args, { from: TEXT, to: TEXT, 'from-file': TEXT, 'to-file': TEXT });
  const from = given('--from', values.from, values['from-file'], called);
  const to = given('--to', values.to, values['to-file'], called);
  if (to === undefined) throw missing('--to');
  const { signal } = called;
  const ends = await openEnds({ from, to }, called);
  try {
    const copied = await copyLog({ from: ends.from.store, to: ends.to.store, signal, told: progress(called) });
    if (values.json) called.print(JSON.stringify({ from: ends.from.shown, to: ends.to.shown, ...copied }, undefined, 2));
    else tell(ends, copied, called);
    return 0;
  } finally {
    await ends.close();
  }
};

/** An address given as it is, or in a file, so that a password need not stand on the command line. */
function given(name: string, text: string | undefined, file: string | undefined, { folder }: Called): string | undefined {
  if (file === undefined) return text;
  if (text !== undefined)
    throw new UsageError({
      vi: `Chỉ dùng một trong hai: ${name} hoặc ${name}-file.`,
      en: `Use either ${name} or ${name}-file, not both.`,
    });
  try {
    return readFileSync(resolve(folder, file), 'utf8').trim();
  } catch (error) {
    const { message } = error as Error;
    throw new UsageError({ vi: `${name}-file: không đọc được: ${message}`, en: `${name}-file: ${message}` });
  }
}

function tell(
  { from, to }: { readonly from: LogEnd; readonly to: LogEnd },
  { source, target, there, copied, since }: CopiedLog,
  { print, say, language }: Called,
): void {
  const [n, before, more] = [copied, there, since].map((number) => numberText(number, language));
  print(
    {
      vi: `Đã chép ${n} sự kiện (${before} đã có từ trước) từ ${from.shown} sang ${to.shown}; đọc lại, hai sổ giống nhau.`,
      en: `Copied ${n} events (${before} were there) from ${from.shown} to ${to.shown}; read back, both logs are equal.`,
    }[language],
  );
  const names = { vi: ['nguồn', 'đích'], en: ['source', 'target'] }[language];
  [source, target].forEach(({ events, logSha256 }, index) =>
    print(`${names[index]}: ${numberText(events, language)}, sha256 ${logSha256}`),
  );
  if (since > 0)
    say({
      vi: `Trong lúc đó sổ nguồn có thêm ${more} sự kiện. Hãy dừng chương trình rồi chạy lại lệnh này để chép nốt.`,
      en: `Meanwhile ${more} events were recorded in the source. Stop the product and call this again to copy the rest.`,
    });
}
