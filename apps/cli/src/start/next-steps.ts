import { DEMO_ACCOUNTS, DEMO_PASSWORD, isDemoOpen, type Settings, type WhoIsThere } from '@soquy/platform';
import { CALL } from '../command.js';
import { demoLeft } from './data-found.js';

/** Where it runs and what to do there, then what to know of the data; one line each, in both languages. */
export function nextSteps(
  url: string,
  settings: Pick<Settings, 'demo' | 'production' | 'databaseUrl'>,
  found: WhoIsThere,
): readonly string[] {
  const step = isDemoOpen(settings) ? demoStep(found) : officeStep(found);
  return [`Sổ Quỹ: ${url}${step}`, ...demoLeft(settings, found).map(({ vi, en }) => `${vi} / ${en}`)];
}

/** Those that are no demo accounts any more have another password, and a log that an office works with gets none. */
function demoStep({ accounts, demoData }: WhoIsThere): string {
  const taken = accounts.filter(({ demo, disabled }) => !demo || disabled).map(({ username }) => username);
  const isOffice = !demoData && taken.length > 0 && taken.length === accounts.length;
  if (isOffice) return ' - ở đây có tài khoản thật: hãy đặt DEMO=off / people have accounts here: set DEMO=off';
  const names = DEMO_ACCOUNTS.map(({ username }) => username).filter((name) => !taken.includes(name));
  return ` - tài khoản mẫu / demo accounts: ${names.join(', ')} - mật khẩu / password: ${DEMO_PASSWORD}`;
}

function officeStep({ accounts }: WhoIsThere): string {
  if (accounts.some(({ demo, disabled }) => !demo && !disabled)) return '';
  return ` - tài khoản đầu tiên / first account: ${CALL} users add <name> --role admin`;
}
