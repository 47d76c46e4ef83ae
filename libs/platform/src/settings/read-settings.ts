import { readFileSync } from 'node:fs';
import { validateSync } from 'class-validator';
import type { Words } from '@soquy/kernel';
import { fieldErrors } from '../http/field-errors.js';
import { settingRows } from './setting-rows.js';
import { Settings } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;
type Name = keyof Required<Settings>;

/** Addresses may hold a password. */
const SECRET: ReadonlySet<string> = new Set<Name>(['databaseUrl', 'eventStoreUrl']);

const rows = Object.entries(settingRows) as [Name, (typeof settingRows)[Name]][];

/** A value that cannot be used; the message names the variable in both languages. */
export class SettingsError extends Error {
  constructor(readonly words: Words) {
    super(`${words.vi}\n${words.en}`);
  }
}

/**
 * Throws a `SettingsError` that names every wrong variable. An empty variable counts as not set; any may stand in a file
 * instead, named by the variable with `_FILE` behind it, so that secrets stay out of the environment.
 */
export function readSettings(environment: Environment = process.env): Settings {
  const values = rows.map(([name, { variable, read, fallback }]) => {
    const text = textOf(variable, environment);
    return [name, text ? (read(text) ?? text) : fallback(environment)] as const;
  });
  const settings = Object.assign(new Settings(), Object.fromEntries(values.filter(([, value]) => value !== undefined)));
  const wrong = fieldErrors(validateSync(settings), (_, field) => {
    const { variable } = settingRows[field as Name];
    const name = SECRET.has(field) ? `${variable}=***` : `${variable}=${textOf(variable, environment) ?? ''}`;
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
    value: masked(String(settings[name] ?? '')),
    set: Boolean(textOf(variable, environment)),
    words,
  }));
}

function textOf(variable: string, environment: Environment): string | undefined {
  const text = environment[variable]?.trim();
  const file = environment[`${variable}_FILE`]?.trim();
  if (!file) return text;
  if (text)
    throw new SettingsError({
      vi: `Chỉ đặt một trong hai: ${variable} hoặc ${variable}_FILE.`,
      en: `Set either ${variable} or ${variable}_FILE, not both.`,
    });
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { message } = error as Error;
    throw new SettingsError({ vi: `${variable}_FILE: không đọc được: ${message}`, en: `${variable}_FILE: ${message}` });
  }
}

/** An address as it may be shown: without its password, before the host or among its parameters. */
export function masked(address: string): string {
  return address.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@').replace(/([?&]password=)[^&]*/gi, '$1***');
}
