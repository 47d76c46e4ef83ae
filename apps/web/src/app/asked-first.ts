import { askCatalogue, catalogueOptions } from '../shared/api/catalogue.js';
import { setSession } from '../shared/api/session-store.js';
import { findSession, maySoonRead } from '../shared/api/sessions.js';
import { queryClient } from './query-client.js';

/**
 * Who is here, and what can be recorded: both are on their way while the rest of the program is still being taken up, and a page
 * that is drawn first finds them there.
 */
async function ask(): Promise<void> {
  const catalogue = maySoonRead() ? askCatalogue() : undefined;
  // Where it fails it is asked again by who needs it, and told there.
  catalogue?.catch(() => undefined);
  const session = await findSession();
  if (catalogue && session.state === 'open') {
    const options = catalogueOptions(session.account.role);
    const answer = queryClient.query({ ...options, queryFn: () => catalogue.catch(() => askCatalogue()) });
    answer.catch(() => undefined);
  }
  setSession(session);
}

let first: Promise<void> | undefined = ask();
// Whoever takes it is told of its failure.
first.catch(() => undefined);

/** The session that was asked for with the page itself; asked anew when that one was taken. */
export function sessionFound(): Promise<void> {
  const taken = first ?? ask();
  first = undefined;
  return taken;
}
