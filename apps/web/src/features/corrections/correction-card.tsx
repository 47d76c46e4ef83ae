import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { instantText } from '@soquy/kernel';
import type { OpenCorrection } from '../../shared/api/answers.js';
import type { CommandCard } from '../../shared/api/catalogue.js';
import { useAccount } from '../../shared/api/session-store.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { personName } from '../../shared/figures/people.js';
import { showDay } from '../../shared/format/days.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import { FactList } from '../../shared/timeline/fact-list.js';
import { OldNew } from '../../shared/timeline/old-new.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { correctionWords } from './corrections.words.js';

/** One request: what is recorded now, what will be, why, and the decision of somebody else. */
export function CorrectionCard({ correction }: { readonly correction: OpenCorrection }) {
  const words = useScreenWords(correctionWords);
  const say = useSay();
  const { object, of, reason, evidence, decision } = correction;
  const document = typeof evidence?.documentNumber === 'string' ? evidence.documentNumber : undefined;
  return (
    <Paper withBorder p="md" component="article" aria-label={say(of.words)}>
      <Stack gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={2} size="h5">
            {say(of.words)} · {showDay(correction.effectiveOn)}
          </Title>
          <ObjectLink link={object} withCode />
        </Group>
        <Content correction={correction} />
        <Text size="sm">
          {words.asked({ who: personName(correction), at: instantText(correction.recordedAt) })}
          {reason && <> · {words.reason({ what: reason })}</>}
          {document && <> · {words.document({ what: document })}</>}
        </Text>
        {decision ? <Decided correction={correction} decision={decision} /> : <Decision correction={correction} />}
      </Stack>
    </Paper>
  );
}

/** What is to be taken back, as it stands in the log; and what of it changes where something is recorded instead. */
function Content({ correction: { object, of, effectiveOn, replacement, decision } }: { readonly correction: OpenCorrection }) {
  const words = useScreenWords(correctionWords);
  const category = useCatalogue().kind(object.noun ?? '')?.category ?? '';
  const owner = object.noun === null ? undefined : { noun: object.noun, id: object.id, event: of.eventId };
  return (
    <>
      <div>
        <Text size="sm" fw={600}>
          {words.old}
        </Text>
        <FactList category={category} data={of.data ?? {}} {...(owner && { of: owner })} />
      </div>
      {replacement && (
        <div>
          <Text size="sm" fw={600}>
            {words.change}
          </Text>
          <OldNew category={category} old={{ ...of, effectiveOn }} replacement={replacement} />
        </div>
      )}
      {!decision && (
        <Text size="sm">
          <strong>{words.next}:</strong> {replacement ? words.nextReplace : words.nextWhy}
        </Text>
      )}
    </>
  );
}

interface DecidedProps {
  readonly correction: OpenCorrection;
  readonly decision: NonNullable<OpenCorrection['decision']>;
}

function Decided({ correction: { replacement, replacedBy }, decision }: DecidedProps) {
  const words = useScreenWords(correctionWords);
  const say = useSay();
  const { reason, recordedAt } = decision;
  const isMissing = replacement && !replacedBy && decision.type === 'CorrectionApproved';
  return (
    <Text size="sm">
      <strong>{words.decidedBy({ what: say(decision.words), who: personName(decision), at: instantText(recordedAt) })}</strong>
      {reason && <> · {words.reason({ what: reason })}</>}
      {isMissing && <> · {words.missingReplacement}</>}
    </Text>
  );
}

function Decision({ correction }: { readonly correction: OpenCorrection }) {
  const words = useScreenWords(correctionWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const [chosen, setChosen] = useState<CommandCard>();
  const [approve, reject] = ['ApproveCorrection', 'RejectCorrection'].map((name) => catalogue.command(name));
  const why = useRefusal(correction, approve);
  const what = say(correction.of.words);
  if (!approve || !reject) return null;
  const id = `why-${correction.correctionId}`;
  const isApproving = chosen === approve;
  if (chosen)
    return (
      <RecordForm
        command={chosen}
        objectId={correction.correctionId}
        hidden={['effectiveOn', 'agencyId']}
        action={isApproving ? words.approve : words.reject}
        isSingle
        takesFocus
        link={correction.object.noun === null ? undefined : { noun: correction.object.noun, id: correction.object.id }}
        sentence={({ notReplaced }) => {
          if (notReplaced) return words.notReplaced({ what, why: say(notReplaced.detail) });
          return isApproving ? words.approved({ what }) : words.rejected({ what });
        }}
        onCancel={() => setChosen(undefined)}
      />
    );
  return (
    <Group gap="sm">
      <Button
        variant="default"
        disabled={why !== undefined}
        aria-describedby={why && id}
        aria-label={words.rejectOf({ what })}
        onClick={() => setChosen(reject)}
      >
        {words.reject}
      </Button>
      <Button
        disabled={why !== undefined}
        aria-describedby={why && id}
        aria-label={words.approveOf({ what })}
        onClick={() => setChosen(approve)}
      >
        {words.approve}
      </Button>
      {why && (
        <Text size="sm" c="dimmed" id={id}>
          {why}
        </Text>
      )}
    </Group>
  );
}

/** Nobody decides on what he asked for himself. */
function useRefusal(correction: OpenCorrection, approve: CommandCard | undefined): string | undefined {
  const words = useScreenWords(correctionWords);
  const say = useSay();
  const { roles } = useCatalogue().answer;
  const account = useAccount();
  const { isPast } = useAsOf();
  if (isPast) return words.past;
  if (account?.id === correction.personId) return words.self;
  if (approve?.mine ?? true) return undefined;
  return words.roles({ what: approve!.roles.map((role) => say(roles[role]!)).join(', ') });
}
