import { resolve } from 'node:path';
import { pluralOf } from '@soquy/kernel';
import { restoreBackup } from '../backup/restore-backup.js';
import { argumentsOf, type Run } from '../command.js';
import { withHouse, type House } from '../house.js';
import { level } from '../level.js';
import { progress } from '../log/progress.js';
import { numberText } from '../text.js';

/** A backup put into a fresh place: verified first, compared afterwards, then the read rows are built from the log. */
export const run: Run = async (args, called) => {
  const { values, words } = argumentsOf(args, {}, ['file']);
  const file = resolve(called.folder, words[0]!);
  const { signal, print, language } = called;
  const into = async (house: House) => {
    const { store, eventStore, databaseUrl } = house;
    const done = await restoreBackup({ store, eventStore, databaseUrl, file, signal, progress: progress(called) });
    called.say({ vi: 'Sổ đã khớp; đang dựng bảng số liệu...', en: 'The log agrees; building the read rows...' });
    await level(house, called);
    return done;
  };
  const restored = await withHouse(called, into, { mayBegin: true });
  if (values.json) print(JSON.stringify({ file, ...restored }, undefined, 2));
  else {
    const [n, m] = [numberText(restored.events, language), numberText(restored.rows, language)];
    const { createdAt, logSha256 } = restored;
    print(
      {
        vi: `Đã khôi phục ${n} sự kiện và ${m} dòng ngoài sổ, theo bản sao lưu lúc ${createdAt}; đọc lại sổ thấy khớp.`,
        en: `Restored ${n} ${pluralOf(n, 'event')} and ${m} ${pluralOf(m, 'row')} beside the log, as backed up at ${createdAt}; the log was read again and agrees.`,
      }[language],
    );
    print(`log sha256 ${logSha256}`);
  }
  return 0;
};
