import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@soquy/platform';

/** One line: where it runs, and what to do there. */
export function nextStep(url: string, demo: boolean): string {
  const accounts = DEMO_ACCOUNTS.map(({ username }) => username).join(', ');
  return demo
    ? `Sổ Quỹ: ${url} - tài khoản mẫu / demo accounts: ${accounts} - mật khẩu / password: ${DEMO_PASSWORD}`
    : `Sổ Quỹ: ${url} - tài khoản đầu tiên / first account: npm run soquy -- users add <name> --role admin`;
}
