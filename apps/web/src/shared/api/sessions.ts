import { get, post, remove } from './client.js';
import { isProblem } from './problem.js';
import { currentSession, setSession, type Account, type Opened, type Session } from './session-store.js';

/** Who signed in here, empty after leaving; the session itself is in a cookie that no script can read. */
const SIGNED_IN = 'soquy-signed-in';

/** Set while who signed in has yet to replace a one-time password, and may ask for nothing else. */
const PASSWORD_DUE = 'soquy-password-due';

/** Keeps for the next load of the page whether anything can be asked for. */
function noted(opened: Opened): Opened {
  if (opened.account.mustChangePassword) window.localStorage.setItem(PASSWORD_DUE, 'yes');
  else window.localStorage.removeItem(PASSWORD_DUE);
  return opened;
}

/** Nobody left since or came instead, in this tab or another: what is typed here may still be kept on this device. */
export const isSignedInHere = (username: string): boolean =>
  username !== '' && window.localStorage.getItem(SIGNED_IN) === username;

/** Somebody left or another came in another tab: what stands in this one is no longer for the eyes before it. */
export function followOtherTabs(): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    const now = currentSession();
    const here = now.state === 'open' || now.state === 'ended' ? now.account.username : '';
    if (key === SIGNED_IN && newValue !== null && newValue !== here) window.location.reload();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

/** Whether somebody signed in on this device and did not leave; the session may have ended since. */
const someoneSignedIn = (): boolean => Boolean(window.localStorage.getItem(SIGNED_IN));

/** Whether what is recorded here may be asked for before it is known who is here. */
export const maySoonRead = (): boolean => someoneSignedIn() && window.localStorage.getItem(PASSWORD_DUE) === null;

/** Finds out who is here; nobody is asked about who never signed in. */
export async function findSession(): Promise<Session> {
  if (!someoneSignedIn()) return { state: 'guest' };
  try {
    return { state: 'open', ...noted(await get<Opened>('/api/v1/sessions/current')) };
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    window.localStorage.removeItem(SIGNED_IN);
    return { state: 'guest' };
  }
}

/** Takes over what the server knows of who is here. */
export const openSession = async (): Promise<void> => setSession(await findSession());

export async function signIn(username: string, password: string): Promise<Account> {
  const opened = noted(await post<Opened>('/api/v1/sessions', { username, password }));
  window.localStorage.setItem(SIGNED_IN, opened.account.username);
  setSession({ state: 'open', ...opened });
  return opened.account;
}

/** A session that ran out is left as well. */
export async function signOut(): Promise<void> {
  try {
    await remove('/api/v1/sessions/current');
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
  }
  window.localStorage.setItem(SIGNED_IN, '');
  setSession({ state: 'guest' });
}
