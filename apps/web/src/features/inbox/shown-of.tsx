import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { inboxWords } from './inbox.words.js';

interface Props {
  readonly shown: number;
  readonly total: number;
  /** Where all of it is listed. */
  readonly to: string;
  readonly search?: object;
}

/** How much of a queue stands here, with the way to the rest; nothing where it is all of it. */
export function ShownOf({ shown, total, to, search = {} }: Props) {
  const words = useScreenWords(inboxWords);
  if (shown >= total) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.shownOf({ shown, total })}{' '}
      <Anchor component={Link} to={to} search={search as never} underline="always">
        {words.all}
      </Anchor>
    </Text>
  );
}
