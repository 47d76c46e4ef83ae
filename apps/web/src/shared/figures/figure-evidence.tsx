import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Loaded } from '../ui/states.js';
import type { Evidence } from './evidence-answers.js';
import { EvidenceActions } from './evidence-actions.js';
import { EvidenceCheck } from './evidence-check.js';
import { EvidenceHead } from './evidence-head.js';
import { EvidenceItems } from './evidence-items.js';
import { EvidenceParts } from './evidence-parts.js';
import { MOST_UNASKED, useCheck, useEvidence } from './use-evidence.js';

/** A figure of the API down to its events, and the figure computed from them again. */
export function FigureEvidence({ figureId }: { readonly figureId: string }) {
  const evidence = useEvidence(figureId);
  return (
    <Loaded of={evidence} height={420}>
      {(found) => <Found evidence={found} />}
    </Loaded>
  );
}

function Found({ evidence }: { readonly evidence: Evidence }) {
  const [most, setMost] = useState(MOST_UNASKED);
  const check = useCheck(evidence, most);
  const all = typeof check.data === 'object' ? check.data.items : undefined;
  return (
    <Stack gap="md">
      <EvidenceHead evidence={evidence} />
      <EvidenceCheck evidence={evidence} check={check} most={most} onAll={() => setMost(Infinity)} />
      <EvidenceActions evidence={evidence} />
      {evidence.parts ? (
        <EvidenceParts parts={evidence.parts} />
      ) : (
        <EvidenceItems evidence={evidence} items={all ?? evidence.items ?? []} isAll={all !== undefined} />
      )}
    </Stack>
  );
}
