import { get, post, remove } from './client.js';
import { isProblem } from './problem.js';
import { setSession, type Account } from './session-store.js';

interface Opened {
  readonly csrfToken: string;
  readonly account: Account;
}

/** Finds out who is here when the page opens. */
export async function openSession(): Promise<void> {
  try {
    const { csrfToken, account } = await get<Opened>('/api/v1/sessions/current');
    setSession({ state: 'open', csrfToken, account });
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    setSession({ state: 'guest' });
  }
}

export async function signIn(username: string, password: string): Promise<Account> {
  const { csrfToken, account } = await post<Opened>('/api/v1/sessions', { username, password });
  setSession({ state: 'open', csrfToken, account });
  return account;
}

export async function signOut(): Promise<void> {
  await remove('/api/v1/sessions/current');
  setSession({ state: 'guest' });
}
