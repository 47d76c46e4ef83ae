import { commands, type Command } from './commands.js';
import { CALL, type Language } from './command.js';
import { placesIn } from './placeholders.js';

const TEXTS = {
  vi: {
    head: 'Sổ Quỹ - dòng lệnh',
    usage: 'Cách gọi',
    about: 'Chi tiết một lệnh: soquy help <lệnh>. Tuỳ chọn chung: --lang vi|en, --json (nơi có ghi).',
    where: 'Dữ liệu: thư mục DATA_DIR (mặc định .data), hoặc PostgreSQL ở DATABASE_URL.',
    codes: 'Mã thoát: 0 xong, 1 không xong hoặc kiểm tra không đạt, 2 gọi sai.',
  },
  en: {
    head: 'Sổ Quỹ - command line',
    usage: 'Usage',
    about: 'More about one: soquy help <command>. Everywhere: --lang vi|en, --json where it says so.',
    where: 'Data: the folder DATA_DIR (.data unless set), or the PostgreSQL of DATABASE_URL.',
    codes: 'Exit codes: 0 done, 1 not done or a check failed, 2 asked wrongly.',
  },
} as const;

/** All commands, one line each. */
export function overview(language: Language): string[] {
  const texts = TEXTS[language];
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    texts.head,
    '',
    `${texts.usage}: ${CALL} ${placesIn('<command>', language)} ...`,
    '',
    ...Object.entries(commands).map(([name, { words }]) => `  ${name.padEnd(width)}  ${words[language]}`),
    '',
    texts.about,
    texts.where,
    texts.codes,
  ];
}

/** One command: what it does, and the ways to call it. */
export function usage({ words, usage: ways }: Command, language: Language): string[] {
  return [words[language], ...ways.map((way) => `  ${CALL} ${placesIn(way, language)}`)];
}
