import { resolve } from 'node:path';
import { pluralOf } from '@soquy/kernel';
import { BackupFault } from '../backup/backup-fault.js';
import { writeBackup } from '../backup/write-backup.js';
import { argumentsOf, type Run } from '../command.js';
import { withHouse } from '../house.js';
import { numberText, sizeText } from '../text.js';

/** One file with everything that is not derived, made while the product runs and found whole. */
export const run: Run = async (args, called) => {
  const { values, words } = argumentsOf(args, { overwrite: { type: 'boolean' } }, ['file']);
  const file = resolve(called.folder, words[0]!);
  const { signal, print, language } = called;
  const { bytes, header, trailer } = await withHouse(called, async ({ store, eventStore, databaseUrl }) => {
    if ((await store.head()) === undefined) throw nothingThere();
    return await writeBackup({ store, eventStore, databaseUrl, file, overwrite: values.overwrite ?? false, signal });
  });
  const { events, rows, sha256, logSha256 } = trailer;
  const { createdAt, head } = header;
  if (values.json) print(JSON.stringify({ file, bytes, createdAt, head, events, rows, logSha256, sha256 }, undefined, 2));
  else {
    const [n, m, size] = [numberText(events, language), numberText(rows, language), sizeText(bytes, language)];
    print(
      {
        vi: `Đã sao lưu ${n} sự kiện và ${m} dòng ngoài sổ vào ${file} (${size}); đã đọc lại, khớp.`,
        en: `Backed up ${n} ${pluralOf(n, 'event')} and ${m} ${pluralOf(m, 'row')} beside the log to ${file} (${size}); read back, whole.`,
      }[language],
    );
    print(`sha256 ${sha256}`);
  }
  return 0;
};

/** Every start records something: an empty log is the wrong place, and a copy of it must not replace a good one. */
const nothingThere = () =>
  new BackupFault({
    vi: 'Sổ ở đây trống, không có gì để sao lưu. Hãy xem DATA_DIR hoặc DATABASE_URL đã đúng chưa.',
    en: 'The log here is empty, there is nothing to back up. Look whether DATA_DIR or DATABASE_URL is the right one.',
  });
