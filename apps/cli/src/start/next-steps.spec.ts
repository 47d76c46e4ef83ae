import type { WhoIsThere } from '@soquy/platform';
import { nextSteps } from './next-steps.js';

const URL = 'http://127.0.0.1:3000';
const office = { demo: false, production: false };
const fair = { demo: true, production: false };

const person = (username: string, disabled = false) => ({ username, demo: false, disabled });
const sample = (username: string) => ({ username, demo: true, disabled: false });
const found = (accounts: WhoIsThere['accounts'], demoData = false): WhoIsThere => ({ accounts, demoData });

describe('without a demo', () => {
  it('the first account is to be made where nobody can sign in', () => {
    for (const accounts of [[], [person('lan', true)]])
      expect(nextSteps(URL, office, found(accounts))).toEqual([
        `Sổ Quỹ: ${URL} - tài khoản đầu tiên / first account: npm run -s soquy -- users add <name> --role admin`,
      ]);
  });

  it('nothing more is said where people have accounts', () => {
    expect(nextSteps(URL, office, found([person('lan')]))).toEqual([`Sổ Quỹ: ${URL}`]);
  });

  it('what a demo has left is told: accounts that are shut, and data that real figures would mix with', () => {
    const left = found([sample('admin'), sample('officer'), person('lan')], true);
    for (const settings of [office, { demo: true, production: true }]) {
      const [, accounts, data, ...rest] = nextSteps(URL, settings, left);
      expect(accounts).toMatch(/^2 tài khoản mẫu .* đã đóng.* \/ 2 demo accounts .* are shut/);
      expect(data).toMatch(/DATA_DIR khác \/ This log holds demo data.* another DATA_DIR$/);
      expect(rest).toEqual([]);
    }
    expect(nextSteps(URL, { ...office, databaseUrl: 'postgres://db/soquy' }, left)[2]).toMatch(/another DATABASE_URL$/);
    expect(nextSteps(URL, office, found([sample('admin')]))[0]).toContain('users add');
  });
});

describe('with a demo', () => {
  it('its accounts are named with their password, but for those that have another one by now', () => {
    const [fresh, ...rest] = nextSteps(URL, fair, found([]));
    expect(fresh).toMatch(/demo accounts: officer, .*, officer-tra-vinh - .*: soquy-demo-2026$/);
    expect(rest).toEqual([]);
    const [later] = nextSteps(URL, fair, found([person('admin'), sample('officer'), person('lan')], true));
    expect(later).toContain('demo accounts: officer, credit-officer, fund-manager, finance, leader, officer-tra-vinh -');
  });

  it('an office that forgot to say it wants none is told so', () => {
    expect(nextSteps(URL, fair, found([person('lan')]))).toEqual([
      expect.stringMatching(/people have accounts here: set DEMO=off$/),
    ]);
  });
});
