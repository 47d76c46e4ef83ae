import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { figureText, instantText } from '@soquy/kernel';
import { showDay } from '../format/days.js';
import { useLanguage, useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { CopyButton } from './copy-button.js';
import type { Evidence } from './evidence-answers.js';
import { evidenceWords } from './evidence.words.js';
import { FileLinks } from './file-links.js';
import { linkTo, messageText } from './shared-text.js';
import { useValueNames, type Filter } from './use-value-name.js';
import { WhyChanged } from './why-changed.js';

/** What can be done with a number and its evidence. */
export function EvidenceActions({ evidence }: { readonly evidence: Evidence }) {
  const words = useScreenWords(evidenceWords);
  const language = useLanguage();
  const say = useSay();
  const [opened, { toggle }] = useDisclosure();
  const { filters, figureId, meta } = evidence;
  const scope = useValueNames(Object.entries(filters).flatMap(([name, value]): Filter[] => (value ? [[name, value]] : [])));
  const link = () => linkTo(window.location.href, { figureId, to: meta.effectiveTo, known: meta.knownAt.position });
  const message = () =>
    messageText({
      title: say(evidence.words),
      scope,
      number: figureText(evidence, language),
      dates: words.zaloDates({
        to: showDay(meta.effectiveTo),
        instant: meta.knownAt.instant ? instantText(meta.knownAt.instant) : '–',
      }),
      link: link(),
    });
  return (
    <Stack gap="xs" className="soquy-no-print">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" aria-expanded={opened} onClick={toggle}>
          {words.why}
        </Button>
        <CopyButton label={words.copyLink} text={link} />
        <CopyButton label={words.copyZalo} text={message} />
        <FileLinks path={`/api/v1/figures/${figureId}/evidence`} />
      </Group>
      {opened && <WhyChanged evidence={evidence} />}
    </Stack>
  );
}
