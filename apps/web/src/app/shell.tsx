import { AppShell, Loader } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCalm } from '../shared/api/calm.js';
import { useLive } from '../shared/api/live.js';
import { followOtherTabs } from '../shared/api/sessions.js';
import { useSession } from '../shared/api/session-store.js';
import { useAsOf, type CommonSearch } from '../shared/as-of/as-of.js';
import { PastStrip } from '../shared/as-of/past-strip.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';
import { AppKeys, type Dialog } from './app-keys.js';
import { sessionFound } from './asked-first.js';
import { HeaderBar } from './header-bar.js';
import { Rail } from './rail.js';
import classes from './shell.module.css';

const EvidenceDrawer = lazy(() => import('../shared/figures/evidence-drawer.js'));
const PrintSheet = lazy(() => import('../shared/print/print-sheet.js'));
const SignInAgain = lazy(() => import('./sign-in-again.js'));

/** What surrounds every page. Nothing is shown before it is known who is here. */
export function Shell() {
  const words = useScreenWords(appWords);
  const session = useSession();
  const [failure, setFailure] = useState<unknown>();
  const [opened, { toggle, close }] = useDisclosure();
  const [dialog, show] = useState<Dialog>();
  const { isPast } = useAsOf();
  const isCalm = useCalm();
  useLive(isCalm && session.state === 'open' && !session.account.mustChangePassword && !isPast);
  useEffect(() => {
    sessionFound().catch(setFailure);
    return followOtherTabs();
  }, []);
  if (failure) throw failure as Error;
  if (session.state === 'unknown') return <Loader m="xl" aria-label={words.loading} />;
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 184, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
      className={classes.shell}
      data-past={isPast || undefined}
    >
      <a href="#main" className={classes.skip}>
        {words.skip}
      </a>
      <AppShell.Header>
        <HeaderBar opened={opened} toggle={toggle} show={show} />
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={words.menu}>
        <Rail onNavigate={close} show={show} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <PastStrip />
        <Suspense fallback={<Loader m="xl" aria-label={words.loading} />}>
          <Outlet />
        </Suspense>
        <AppKeys dialog={dialog} show={show} />
        <Beside isCalm={isCalm} />
      </AppShell.Main>
    </AppShell>
  );
}

/** What opens over a page: the events behind a number, and signing in again; and what paper has beside it. */
function Beside({ isCalm }: { readonly isCalm: boolean }) {
  const { figure } = useSearch({ strict: false }) as CommonSearch;
  const session = useSession();
  return (
    <Suspense>
      {figure && <EvidenceDrawer figureId={figure} />}
      {isCalm && <PrintSheet />}
      {session.state === 'ended' && <SignInAgain account={session.account} />}
    </Suspense>
  );
}
