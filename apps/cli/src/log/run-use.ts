import { EVENT_STORES, type EventStoreName } from '@soquy/event-store';
import { argumentsOf, CALL, UsageError, type Called, type Run } from '../command.js';
import { withDatabase } from '../house.js';
import { readStartSettings } from '../start/start-settings.js';
import { numberText } from '../text.js';
import { moveDatabase, type Moved } from './move-to-log.js';
import { progress } from './progress.js';

/** Moves accounts and read rows on to the copied log. */
export const use: Run = async (args, called) => {
  const { values, words } = argumentsOf(args, {}, ['postgres|eventstoredb']);
  const to = storeNamed(words[0]!);
  const { signal, print, say } = called;
  const settings = readStartSettings(called.env, called.root);
  const moved = await withDatabase(called, (databaseUrl) =>
    moveDatabase({ settings: { ...settings, databaseUrl }, to, signal, told: progress(called) }),
  );
  if (values.json) print(JSON.stringify({ to, moved: moved !== undefined, ...moved }, undefined, 2));
  else if (moved) tell(to, moved, called);
  else
    say({
      vi: `Dữ liệu này vốn đã thuộc về sổ ở ${to}; không có gì để làm.`,
      en: `This data belongs to the log in ${to} already; there is nothing to do.`,
    });
  return 0;
};

function storeNamed(name: string): EventStoreName {
  const found = EVENT_STORES.find((store) => store === name);
  if (found) return found;
  const names = EVENT_STORES.join(', ');
  throw new UsageError({
    vi: `Không có loại sổ "${name}". Có: ${names}.`,
    en: `There is no store "${name}". There are: ${names}.`,
  });
}

function tell(to: EventStoreName, { from, sum, passedOver }: Moved, { print, say, language }: Called): void {
  const events = sum && numberText(sum.events, language);
  print(
    {
      vi: `Dữ liệu này từ nay thuộc về sổ ở ${to}${sum ? `, giống hệt sổ ở ${from}: ${events} sự kiện` : ''}.`,
      en: `This data now belongs to the log in ${to}${sum ? `, which equals that in ${from}: ${events} events` : ''}.`,
    }[language],
  );
  if (sum) print(`log sha256 ${sum.logSha256}`);
  for (const { slice, events: passed } of passedOver)
    for (const { type, stream, reason } of passed)
      say({
        vi: `Lưu ý: bảng ${slice} đã bỏ qua ${type} ${stream} (${reason}) và sẽ dừng lại ở đó; khi ấy: ${CALL} projections skip ${slice}`,
        en: `Note: ${slice} had passed over ${type} ${stream} (${reason}) and will stop there again; then: ${CALL} projections skip ${slice}`,
      });
  const store = to === 'postgres' ? 'EVENT_STORE=postgres' : 'EVENT_STORE=eventstoredb EVENTSTORE_URL=esdb://...';
  say({
    vi: `Từ nay khởi động với ${store}. Bảng số liệu được dựng lại khi khởi động.`,
    en: `From now on start with ${store}. The read tables are built anew at the start.`,
  });
}
