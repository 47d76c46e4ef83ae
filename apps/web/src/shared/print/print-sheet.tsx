import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { instantText } from '@soquy/kernel';
import { useAccount } from '../api/session-store.js';
import { useAsOf } from '../as-of/as-of.js';
import { useAsOfWords } from '../as-of/use-as-of-words.js';
import { useScreenWords } from '../words/screen-words.js';
import { footRule } from './foot-rule.js';
import { printWords } from './print.words.js';
import classes from './print-sheet.module.css';
import { endIn, knownIn, printedAddress } from './printed-address.js';
import { setPrinting } from './printing.js';
import { QrCode } from './qr-code.js';

interface Sheet {
  readonly told: string;
  /** Before the address: what it opens. */
  readonly opens: string;
  readonly address: string;
  /** The browser puts the foot on every sheet by itself. */
  readonly hasFeet: boolean;
}

/** What paper has and a screen has not: a foot on every sheet, and at the end the way back to the very numbers. */
export default function PrintSheet() {
  const words = useScreenWords(printWords);
  const { printed } = useAsOfWords();
  const { day, known } = useAsOf();
  const account = useAccount();
  const client = useQueryClient();
  const [sheet, setSheet] = useState<Sheet>();
  const toPaper = useEffectEvent(() => {
    const now = new Date().toISOString();
    const who = account?.name ?? account?.username;
    const shown = client.getQueryCache().findAll({ type: 'active' });
    const asOf = answersOf(shown.filter(isAsOf));
    // What shows only what is, such as what waits for somebody, has no dates to tell or to come back to.
    const isDated = asOf.length > 0;
    const told = begun(
      [isDated && printed(endIn(asOf) ?? day), words.printedAt({ at: instantText(now) }), who && words.printedBy({ who })]
        .filter(Boolean)
        .join(' · '),
    );
    const address = printedAddress(
      window.location.href,
      isDated ? { day, known: known ?? knownIn(answersOf(shown)) ?? now } : undefined,
    );
    const foot = addFoot(footRule({ told, sheet: words.sheet }));
    const restore = lightPaper();
    // The browser takes the page as it stands when this returns.
    flushSync(() => {
      setPrinting(true);
      setSheet({ told, opens: isDated ? words.again : words.address, address, hasFeet: foot.isDrawn });
    });
    return () => {
      foot.remove();
      restore();
      setPrinting(false);
      setSheet(undefined);
    };
  });
  useEffect(() => {
    let toScreen: (() => void) | undefined;
    const before = () => {
      toScreen?.();
      toScreen = toPaper();
    };
    const after = () => {
      toScreen?.();
      toScreen = undefined;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
      after();
    };
  }, []);
  if (!sheet) return null;
  return (
    <div className={classes.end} aria-hidden="true" data-printed-end>
      <QrCode text={sheet.address} className={classes.qr} />
      <div>
        {!sheet.hasFeet && <p>{sheet.told}</p>}
        <p>{sheet.opens}</p>
        <p className={classes.address}>{sheet.address}</p>
      </div>
    </div>
  );
}

/** What was read for the page that is being looked at. */
const answersOf = (shown: readonly Query[]): readonly unknown[] => shown.map(({ state }) => state.data);

/** Told by who reads it: another may read the same without the page's dates. */
const isAsOf = ({ observers }: Query) => observers.some(({ options: { meta, enabled } }) => meta?.isAsOf && enabled !== false);

const begun = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sheet of style of its own, which the content policy allows; a browser that knows no margin boxes drops them from it. */
function addFoot(rule: string): { readonly isDrawn: boolean; readonly remove: () => void } {
  const style = new CSSStyleSheet();
  style.replaceSync(rule);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  return {
    isDrawn: style.cssRules[0]?.cssText.includes('@bottom-left') ?? false,
    remove: () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== style);
    },
  };
}

const SCHEME = 'data-mantine-color-scheme';

/** Paper is white, whichever colours the screen has. */
function lightPaper(): () => void {
  const root = document.documentElement;
  const scheme = root.getAttribute(SCHEME);
  root.setAttribute(SCHEME, 'light');
  return () => {
    if (scheme) root.setAttribute(SCHEME, scheme);
  };
}
