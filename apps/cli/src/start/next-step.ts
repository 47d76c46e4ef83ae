/** Demo accounts are named after their role; one more is bound to a single agency. */
const DEMO_ACCOUNTS = ['officer', 'credit-officer', 'fund-manager', 'finance', 'leader', 'admin', 'officer-tra-vinh'];
const DEMO_PASSWORD = 'soquy-demo-2026';

/** One line: where it runs, and what to do there. */
export function nextStep(url: string, demo: boolean): string {
  return demo
    ? `Sổ Quỹ: ${url} - tài khoản thử / demo accounts: ${DEMO_ACCOUNTS.join(', ')} - mật khẩu / password: ${DEMO_PASSWORD}`
    : `Sổ Quỹ: ${url} - tài khoản đầu tiên / first account: npm run soquy -- users add <name> --role admin`;
}
