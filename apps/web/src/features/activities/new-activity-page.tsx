import { Button, Group, NativeSelect, Paper, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { CommandCard, KindCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { activityKinds } from '../../shared/forms/drafts.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import type { Values } from '../../shared/forms/use-record-form.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { Failure } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { activityWords } from './activities.words.js';
import { BudgetLeft } from './budget-left.js';
import { copiedValues } from './copied-values.js';
import { DuplicateWarning } from './duplicate-warning.js';
import { GrantShare } from './grant-share.js';

interface NewSearch {
  readonly kind?: string;
  readonly command?: string;
  /** `training-classes/<id>`: begins with what that one recorded. */
  readonly copy?: string;
  readonly programme?: string;
}

/** Records an activity of any kind, from nothing or after another. */
export function NewActivityPage() {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const search: NewSearch = useSearch({ strict: false });
  const kinds = activityKinds(catalogue);
  const kind = kinds.find(({ noun }) => noun === (search.kind ?? search.copy?.split('/')[0]));
  const commands = kind ? fullestFirst(catalogue.beginnings(kind.category)) : [];
  const command = commands.find(({ name }) => name === search.command) ?? commands.find(({ mine }) => mine) ?? commands[0];
  return (
    <Page title={kind ? words.recordOf({ kind: say(kind.one) }) : words.record}>
      <Group align="flex-end" gap="sm">
        <KindChoice kinds={kinds} chosen={kind} />
        {command && commands.length > 1 && <StepChoice commands={commands} chosen={command} />}
      </Group>
      {kind && command && (
        <Paper withBorder p="md">
          <Beginning key={`${command.name} ${search.copy ?? ''}`} kind={kind} command={command} search={search} />
        </Paper>
      )}
    </Page>
  );
}

/** What has taken place is recorded more often than what is planned, and says more. */
const fullestFirst = (commands: readonly CommandCard[]) => [...commands].sort((a, b) => sizeOf(b) - sizeOf(a));
const sizeOf = ({ schema }: CommandCard) => Object.keys(schema.properties ?? {}).length;

function KindChoice({ kinds, chosen }: { readonly kinds: readonly KindCard[]; readonly chosen: KindCard | undefined }) {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const navigate = useNavigate();
  const choose = (kind: string) => void navigate({ to: '/activities/new', search: { kind } } as never);
  if (chosen)
    return (
      <NativeSelect
        label={words.kinds}
        maw={360}
        value={chosen.noun}
        data={kinds.map(({ noun, one }) => ({ value: noun, label: say(one) }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  return (
    <Stack gap="xs">
      <Text>{words.whichKind}</Text>
      <Group>
        {kinds.map(({ noun, one }) => (
          <Button key={noun} variant="default" onClick={() => choose(noun)}>
            {say(one)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function StepChoice({ commands, chosen }: { readonly commands: readonly CommandCard[]; readonly chosen: CommandCard }) {
  const words = useScreenWords(activityWords);
  const say = useSay();
  const navigate = useNavigate();
  return (
    <SegmentedControl
      aria-label={words.step}
      value={chosen.name}
      data={commands.map(({ name, words: label }) => ({ value: name, label: say(label) }))}
      onChange={(command) =>
        void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, command }) } as never)
      }
    />
  );
}

interface BeginningProps {
  readonly kind: KindCard;
  readonly command: CommandCard;
  readonly search: NewSearch;
}

/** The form, once what it is copied from is there. */
function Beginning({ kind, command, search }: BeginningProps) {
  const navigate = useNavigate();
  const { copy, programme } = search;
  const original = useRead<ObjectAnswer>(`/api/v1/${copy ?? kind.noun}`, {}, { asOf: false, enabled: copy !== undefined });
  if (copy && original.error) return <Failure error={original.error} again={() => void original.refetch()} />;
  if (copy && !original.data) return <Skeleton height={320} />;
  const copied =
    original.data && copy ? { agencyId: original.data.agency, ...copiedValues(command.schema, original.data.data) } : undefined;
  const initial = copied ?? (programme ? { programmeId: programme } : undefined);
  return (
    <RecordForm
      command={command}
      initial={initial}
      isCopy={copied !== undefined}
      isDetailed
      preview={(values) => <Consequences kind={kind} values={values} />}
      onRecorded={({ objectId }, _, goesOn) => !goesOn && void navigate({ to: pathOf(kind.noun, objectId) } as never)}
      onCancel={() => void navigate({ to: '/activities', search: { kind: kind.noun } } as never)}
    />
  );
}

/** What follows from what is typed, said before it is recorded. */
function Consequences({ kind, values }: { readonly kind: KindCard; readonly values: Values }) {
  const { title, effectiveOn, budgetLineId, costVnd, totalInvestmentVnd: investment, requestedSupportVnd: support } = values;
  return (
    <>
      {typeof budgetLineId === 'string' && (
        <BudgetLeft budgetLineId={budgetLineId} costVnd={typeof costVnd === 'number' ? costVnd : undefined} />
      )}
      {typeof investment === 'number' && investment > 0 && typeof support === 'number' && (
        <GrantShare investment={investment} support={support} values={values} />
      )}
      {typeof title === 'string' && typeof effectiveOn === 'string' && (
        <DuplicateWarning noun={kind.noun} title={title} day={effectiveOn} />
      )}
    </>
  );
}
