import { get, post, remove } from './client.js';
import { isProblem } from './problem.js';
import { setSession, type Account } from './session-store.js';

interface Opened {
  readonly csrfToken: string;
  readonly account: Account;
}

/** Whether somebody signed in here and did not leave; the session itself is in a cookie that no script can read. */
const SIGNED_IN = 'soquy-signed-in';

/** Finds out who is here when the page opens; nobody is asked about who never signed in. */
export async function openSession(): Promise<void> {
  if (window.localStorage.getItem(SIGNED_IN) === null) return setSession({ state: 'guest' });
  try {
    const { csrfToken, account } = await get<Opened>('/api/v1/sessions/current');
    setSession({ state: 'open', csrfToken, account });
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    window.localStorage.removeItem(SIGNED_IN);
    setSession({ state: 'guest' });
  }
}

export async function signIn(username: string, password: string): Promise<Account> {
  const { csrfToken, account } = await post<Opened>('/api/v1/sessions', { username, password });
  window.localStorage.setItem(SIGNED_IN, 'yes');
  setSession({ state: 'open', csrfToken, account });
  return account;
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/sessions/current');
  window.localStorage.removeItem(SIGNED_IN);
  setSession({ state: 'guest' });
}
