import { Button } from '@mantine/core';
import { useScreenWords } from '../words/screen-words.js';
import { stateWords } from './states.words.js';

interface Props {
  /** So many rows are shown. */
  readonly count: number;
  readonly isFetching?: boolean;
  readonly onMore: () => void;
}

/** Under a list that goes on: its next rows; on paper, where nothing can be pressed, that this is not all of it. */
export function MoreRows({ count, isFetching = false, onMore }: Props) {
  const words = useScreenWords(stateWords);
  return (
    <>
      <Button className="soquy-no-print" variant="default" loading={isFetching} onClick={onMore}>
        {words.more}
      </Button>
      <div className="soquy-print-only">{words.cut({ count })}</div>
    </>
  );
}
