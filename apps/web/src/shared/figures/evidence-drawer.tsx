import { ActionIcon, Drawer, Group } from '@mantine/core';
import { useState } from 'react';
import { useScreenWords } from '../words/screen-words.js';
import { ComputedEvidence } from './computed-evidence.js';
import { evidenceWords } from './evidence.words.js';
import { FactEvidence } from './fact-evidence.js';
import { FigureEvidence } from './figure-evidence.js';
import { targetOf } from './figure-ids.js';
import { figureWords } from './figure.words.js';
import { useOpenFigure } from './open-figure.js';
import { step, walkFrom } from './walk.js';

/** "Số này từ đâu ra?": what stands behind a number, beside the page that shows it. */
export default function EvidenceDrawer({ figureId }: { readonly figureId: string }) {
  const { title } = useScreenWords(figureWords);
  const words = useScreenWords(evidenceWords);
  const open = useOpenFigure();
  const [walked, setWalked] = useState(() => walkFrom(figureId));
  const walk = step(walked, figureId);
  if (walk.at !== walked.at) setWalked(walk);
  const before = walk.before.at(-1);
  const heading = (
    <Group gap="xs" wrap="nowrap" fw={600}>
      {before !== undefined && (
        <ActionIcon variant="default" aria-label={words.back} title={words.back} onClick={() => open(before)}>
          ‹
        </ActionIcon>
      )}
      {title}
    </Group>
  );
  return (
    <Drawer
      opened
      onClose={() => open(undefined)}
      position="right"
      size="min(640px, 100vw)"
      title={heading}
      closeButtonProps={{ 'aria-label': words.close }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      transitionProps={{ duration: 0 }}
    >
      <Behind key={figureId} id={figureId} />
    </Drawer>
  );
}

function Behind({ id }: { readonly id: string }) {
  const target = targetOf(id);
  if (target.kind === 'fact') return <FactEvidence id={id} fact={target.fact} />;
  return target.kind === 'calc' ? <ComputedEvidence id={id} /> : <FigureEvidence figureId={target.figureId} />;
}
