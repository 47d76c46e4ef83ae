import { Button, Stack, Text } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { isProblem } from '../shared/api/problem.js';
import { Page } from '../shared/ui/page.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';

export function NotFound() {
  const words = useScreenWords(appWords);
  return (
    <Page title={words.notFound}>
      <Text>{words.notFoundWhy}</Text>
      <Link to="/">{words.overview}</Link>
    </Page>
  );
}

/** How browsers tell that a part of the application did not come; what asked for it does not ask again. */
const PART_MISSING = /dynamically imported module|module script failed|preload CSS/i;

/** What a page could not be shown for. Nothing typed elsewhere is lost by it. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const words = useScreenWords(appWords);
  const isPartMissing = error instanceof Error && PART_MISSING.test(error.message);
  const why = isPartMissing ? words.partMissing : words.failedWhy;
  const told = isProblem(error) && error.document.detail ? error.document.detail : why;
  return (
    <Page title={words.failed}>
      <Stack align="flex-start" role="alert">
        <Text>{told}</Text>
        {isProblem(error) && error.document.traceId && <Text c="dimmed">{words.code({ code: error.document.traceId })}</Text>}
        <Button onClick={isPartMissing ? () => window.location.reload() : reset}>
          {isPartMissing ? words.reload : words.again}
        </Button>
      </Stack>
    </Page>
  );
}
