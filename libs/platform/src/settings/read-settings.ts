import { validateSync } from 'class-validator';
import type { Words } from '@soquy/kernel';
import { fieldErrors } from '../http/field-errors.js';
import { settingRows } from './setting-rows.js';
import { Settings } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Name = keyof Required<Settings>;

const rows = Object.entries(settingRows) as [Name, (typeof settingRows)[Name]][];

/** A value that cannot be used; the message names the variable in both languages. */
export class SettingsError extends Error {
  constructor(readonly words: Words) {
    super(`${words.vi}\n${words.en}`);
  }
}

/** Throws a `SettingsError` that names every wrong variable. An empty variable counts as not set. */
export function readSettings(environment: Environment = process.env): Settings {
  const values = rows.map(([name, { variable, read, fallback }]) => {
    const text = environment[variable]?.trim();
    return [name, text ? (read(text) ?? text) : fallback(environment)] as const;
  });
  const settings = Object.assign(new Settings(), Object.fromEntries(values.filter(([, value]) => value !== undefined)));
  const wrong = fieldErrors(validateSync(settings), (_, field) => {
    const { variable } = settingRows[field as Name];
    const name = `${variable}=${field === 'databaseUrl' ? '***' : environment[variable]}`;
    return { vi: name, en: name };
  });
  if (wrong.length === 0) return settings;
  const lines = (language: keyof Words) => wrong.map(({ detail }) => detail[language]).join(' ');
  throw new SettingsError({ vi: `Cấu hình không hợp lệ. ${lines('vi')}`, en: `Wrong settings. ${lines('en')}` });
}

/** One line a setting, for people: secrets are masked. */
export function describeSettings(
  settings: Settings,
  environment: Environment = process.env,
): { readonly variable: string; readonly value: string; readonly set: boolean; readonly words: Words }[] {
  return rows.map(([name, { variable, words }]) => ({
    variable,
    value: masked(settings[name]),
    set: Boolean(environment[variable]?.trim()),
    words,
  }));
}

/** The password of an address, before the host or among its parameters. */
function masked(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  return String(value)
    .replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@')
    .replace(/([?&]password=)[^&]*/gi, '$1***');
}
