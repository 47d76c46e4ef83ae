import { Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EventLine } from '../api/answers.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { RecordForm } from '../forms/record-form.js';
import type { Values } from '../forms/use-record-form.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { FactList } from './fact-list.js';
import classes from './timeline.module.css';
import { timelineWords } from './timeline.words.js';

interface Props {
  readonly event: EventLine;
  readonly noun: string;
  readonly objectId: string;
  readonly revision?: number | undefined;
  readonly close: () => void;
}

/** Asks a second person to take a fact back, with the reason and what it should have been. */
export default function CorrectionDialog({ event, noun, objectId, close }: Props) {
  const words = useScreenWords(timelineWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const [mode, setMode] = useState('correct');
  const [right, setRight] = useState('');
  const command = catalogue.command('RequestCorrection')!;
  const isCorrecting = mode === 'correct';
  const complete = (values: Values): Values =>
    isCorrecting && right.trim()
      ? { ...values, reason: words.rightReason({ reason: String(values.reason), right: right.trim() }) }
      : values;
  return (
    <Modal opened onClose={close} title={words.dialog} size="lg" closeButtonProps={{ 'aria-label': words.close }}>
      <Stack>
        <div>
          <Text fw={600}>
            {words.old}: {say(event.words)}
          </Text>
          <div className={classes.struck}>
            <FactList category={catalogue.kind(noun)?.category ?? ''} data={event.data ?? {}} />
          </div>
        </div>
        <Radio.Group label={words.mode} value={mode} onChange={setMode}>
          <Stack gap={6} mt={4}>
            <Radio value="correct" label={words.modeCorrect} />
            <Radio value="reverse" label={words.modeReverse} />
          </Stack>
        </Radio.Group>
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
          command={command}
          fixed={{ eventId: event.eventId }}
          hidden={['effectiveOn', 'agencyId']}
          complete={complete}
          action={words.send}
          isSingle
          link={{ noun, id: objectId }}
          sentence={() => words.requested({ text: say(event.words) })}
          onRecorded={close}
          onCancel={close}
        />
      </Stack>
    </Modal>
  );
}
