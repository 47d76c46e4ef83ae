import { useSyncExternalStore } from 'react';
import type { Schemas } from './answers.js';

/** Who uses the product here. */
export type Account = Schemas['SignedInAccount'];

/** What signing in answers. */
export type Opened = Schemas['Session'];

export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'guest' }
  | ({ readonly state: 'open' } & Opened)
  /** It ran out while somebody worked: the screen stays as it is, under a sign-in. */
  | { readonly state: 'ended'; readonly account: Account };

let session: Session = { state: 'unknown' };
const listeners = new Set<() => void>();

export function setSession(next: Session): void {
  session = next;
  listeners.forEach((listener) => listener());
}

export const currentSession = () => session;
export const csrfToken = () => (session.state === 'open' ? session.csrfToken : undefined);

export function sessionEnded(): void {
  if (session.state === 'open') setSession({ state: 'ended', account: session.account });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = () => useSyncExternalStore(subscribe, currentSession);

/** The account signed in, also while its session waits to be opened again. */
export function useAccount(): Account | undefined {
  const now = useSession();
  return now.state === 'open' || now.state === 'ended' ? now.account : undefined;
}
