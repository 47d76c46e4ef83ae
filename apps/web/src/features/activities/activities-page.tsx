import { Anchor, Button, Tabs, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { activityKinds } from '../../shared/forms/drafts.js';
import { ObjectList } from '../../shared/objects/object-list.js';
import { Page } from '../../shared/ui/page.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';
import { DraftList } from './draft-list.js';

/** The kind that comes in lists from Excel. */
const PASTED = 'training-classes';

/** All that is done for others out of programmes, a tab each kind. */
export function ActivitiesPage() {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const kinds = activityKinds(useCatalogue());
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string };
  const kind = kinds.find(({ noun }) => noun === asked) ?? kinds[0];
  if (!kind) return null;
  const choose = (noun: string | null) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, kind: noun ?? undefined, status: undefined }) } as never);
  const record = isPast ? (
    <>
      <Text size="sm" c="var(--soquy-warn)" id="activities-past">
        {words.past}
      </Text>
      <Button disabled aria-describedby="activities-past">
        {words.record}
      </Button>
    </>
  ) : (
    <>
      {kind.noun === PASTED && (
        <Anchor component={Link} to="/activities/paste" search={{ kind: kind.noun } as never}>
          {words.paste}
        </Anchor>
      )}
      <Button component={Link} to="/activities/new" search={{ kind: kind.noun } as never}>
        {words.record}
      </Button>
    </>
  );
  return (
    <Page title={words.title} actions={record}>
      <DraftList />
      <Tabs value={kind.noun} onChange={choose}>
        <Tabs.List aria-label={words.kinds}>
          {kinds.map(({ noun, words: name }) => (
            <Tabs.Tab key={noun} value={noun}>
              {say(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind.noun} pt="sm">
          <ObjectList key={kind.noun} kind={kind} beginnings={isPast ? undefined : record} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
