import { Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EventLine } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { RecordForm, type RecordFormProps } from '../forms/record-form.js';
import type { Values } from '../forms/use-record-form.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { FactList } from './fact-list.js';
import { OldNew } from './old-new.js';
import { repeatOf, type Repeat } from './repeat-of.js';
import { replacingBody, replacingCommand } from './replacing-command.js';
import classes from './timeline.module.css';
import { timelineWords } from './timeline.words.js';

interface Props {
  readonly event: EventLine;
  readonly noun: string;
  readonly objectId: string;
  readonly close: () => void;
}

/** Asks a second person to take a fact back, with the reason and what is to be recorded instead. */
export default function CorrectionDialog({ event, noun, objectId, close }: Props) {
  const words = useScreenWords(timelineWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const [mode, setMode] = useState('correct');
  const category = catalogue.kind(noun)?.category ?? '';
  const own = catalogue.answer.commands.filter((command) => command.category === category && command.mine);
  const instead = repeatOf(event, own);
  const shared: Shared = {
    hidden: ['agencyId'],
    action: words.send,
    isSingle: true,
    link: { noun, id: objectId },
    sentence: () => words.requested({ text: say(event.words) }),
    onRecorded: close,
    onCancel: close,
  };
  return (
    <Modal opened onClose={close} title={words.dialog} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        <div>
          <Text fw={600}>
            {words.old}: {say(event.words)}
          </Text>
          <div className={classes.struck}>
            <FactList category={category} data={event.data ?? {}} />
          </div>
        </div>
        <Radio.Group label={words.mode} value={mode} onChange={setMode}>
          <Stack gap={6} mt={4}>
            <Radio value="correct" label={words.modeCorrect} />
            <Radio value="reverse" label={words.modeReverse} />
          </Stack>
        </Radio.Group>
        {mode === 'correct' && instead ? (
          <ReplaceForm event={event} category={category} instead={instead} shared={shared} />
        ) : (
          <TakeBackForm key={mode} event={event} isCorrecting={mode === 'correct'} shared={shared} />
        )}
      </Stack>
    </Modal>
  );
}

type Shared = Omit<RecordFormProps, 'command'>;

interface ReplaceProps {
  readonly event: EventLine;
  readonly category: string;
  readonly instead: Repeat;
  readonly shared: Shared;
}

/** The right values, beginning with the recorded ones, dimmed until touched; approved they take the place of the old. */
function ReplaceForm({ event, category, instead: { command, values }, shared }: ReplaceProps) {
  const words = useScreenWords(timelineWords);
  const request = useCatalogue().command('RequestCorrection')!;
  return (
    <RecordForm
      {...shared}
      command={replacingCommand(request, command)}
      initial={values}
      isCopy
      complete={replacingBody(event.eventId, command)}
      preview={(typed) => (
        <div>
          <Text size="sm" fw={600}>
            {words.change}
          </Text>
          <OldNew category={category} old={event} replacement={{ command: command.name, fields: typed }} />
          <Text size="sm" mt={4}>
            <strong>{words.next}:</strong> {words.nextReplace}
          </Text>
        </div>
      )}
    />
  );
}

interface TakeBackProps {
  readonly event: EventLine;
  /** It happened, but nobody here may record it anew: what it should have been is told in words. */
  readonly isCorrecting: boolean;
  readonly shared: Shared;
}

function TakeBackForm({ event, isCorrecting, shared }: TakeBackProps) {
  const words = useScreenWords(timelineWords);
  const request = useCatalogue().command('RequestCorrection')!;
  const [right, setRight] = useState('');
  const complete = (values: Values): Values =>
    isCorrecting && right.trim()
      ? { ...values, reason: words.rightReason({ reason: String(values.reason), right: right.trim() }) }
      : values;
  return (
    <>
      {isCorrecting && (
        <TextInput
          label={words.rightValue}
          placeholder={words.rightHint}
          value={right}
          maxLength={150}
          onChange={(change) => setRight(change.currentTarget.value)}
        />
      )}
      <Text size="sm">
        <strong>{words.next}:</strong> {isCorrecting ? words.nextCorrect : words.nextReverse}
      </Text>
      <RecordForm
        {...shared}
        command={request}
        fixed={{ eventId: event.eventId }}
        hidden={['effectiveOn', 'agencyId', 'replacement']}
        complete={complete}
      />
    </>
  );
}
