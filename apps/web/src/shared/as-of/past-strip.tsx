import { Button } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { useAsOf } from './as-of.js';
import { asOfWords } from './as-of.words.js';
import classes from './past-strip.module.css';
import { useAsOfWords } from './use-as-of-words.js';

/** Over every page while it shows the past: what is being looked at, and the way back. It is printed, too. */
export function PastStrip() {
  const words = useScreenWords(asOfWords);
  const { past } = useAsOfWords();
  const { isPast, set } = useAsOf();
  if (!isPast) return null;
  return (
    <div className={classes.strip} role="status">
      <span>
        {past} {words.readOnly}
      </span>
      <Button
        size="compact-sm"
        variant="white"
        className="soquy-no-print"
        onClick={() => set({ to: undefined, known: undefined })}
      >
        {words.backToNow}
      </Button>
    </div>
  );
}
