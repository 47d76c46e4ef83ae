import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { chosenIn } from './chosen-in.js';
import { usePrinting } from './printing.js';

/** Controls that say what a page shows: on paper, where nothing can be chosen any more, what was chosen, in words. */
export function Choices({ children }: { readonly children: ReactNode }) {
  const controls = useRef<HTMLDivElement>(null);
  const isPrinting = usePrinting();
  const [chosen, setChosen] = useState('');
  useLayoutEffect(() => setChosen(isPrinting && controls.current ? chosenIn(controls.current) : ''), [isPrinting]);
  return (
    <>
      <div ref={controls} className="soquy-no-print">
        {children}
      </div>
      {chosen && (
        <div className="soquy-print-only" aria-hidden="true" data-printed-choices>
          {chosen}
        </div>
      )}
    </>
  );
}
