import { Anchor, Button, Tabs, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { KindCard } from '../../shared/api/catalogue.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { activityKinds } from '../../shared/forms/drafts.js';
import { ObjectList } from '../../shared/objects/object-list.js';
import { Page } from '../../shared/ui/page.js';
import { useRoleNames } from '../../shared/ui/role-names.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';
import { DraftList } from './draft-list.js';

/** The kind that comes in lists from Excel. */
const PASTED = 'training-classes';

/** Why nothing of a kind can be recorded here and now: the past is looked at, or it is for others. */
function useWhyNot(): (kind: KindCard) => string | undefined {
  const words = useScreenWords(activityWords);
  const namesOf = useRoleNames();
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  return ({ category }) => {
    if (isPast) return words.past;
    const commands = catalogue.beginnings(category);
    if (commands.some(({ mine }) => mine)) return undefined;
    const roles = [...new Set(commands.flatMap((command) => command.roles))];
    return words.onlyFor({ what: namesOf(roles) });
  };
}

/** All that is done for others out of programmes, a tab each kind. */
export function ActivitiesPage() {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const kinds = activityKinds(useCatalogue());
  const navigate = useNavigate();
  const { isPast } = useAsOf();
  const whyNot = useWhyNot();
  const { kind: asked } = useSearch({ strict: false }) as { kind?: string };
  const kind = kinds.find(({ noun }) => noun === asked) ?? kinds[0];
  if (!kind) return null;
  const choose = (noun: string | null) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, kind: noun ?? undefined, status: undefined }) } as never);
  const why = whyNot(kind);
  const record = why ? (
    <>
      <Text size="sm" c={isPast ? 'var(--soquy-warn)' : 'dimmed'} id="activities-why">
        {why}
      </Text>
      <Button disabled aria-describedby="activities-why">
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
          <ObjectList key={kind.noun} kind={kind} beginnings={why ? undefined : record} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
