import { Button } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { stateWords } from './states.words.js';

interface ButtonProps {
  readonly isFetching?: boolean;
  readonly onMore: () => void;
}

interface Props extends ButtonProps {
  /** So many rows are shown. */
  readonly count: number;
}

/** The next rows of a list that says beside it, also on paper, how many there are. */
export function MoreButton({ isFetching = false, onMore }: ButtonProps) {
  const words = useScreenWords(stateWords);
  return (
    <Button className="soquy-no-print" variant="default" loading={isFetching} onClick={onMore}>
      {words.more}
    </Button>
  );
}

/** Under a list that goes on: its next rows; on paper, where nothing can be pressed, that this is not all of it. */
export function MoreRows({ count, ...button }: Props) {
  const words = useScreenWords(stateWords);
  return (
    <>
      <MoreButton {...button} />
      <div className="soquy-print-only">{words.cut({ count })}</div>
    </>
  );
}
