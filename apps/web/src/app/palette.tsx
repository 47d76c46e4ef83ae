import { Modal, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import { foldText } from '@soquy/kernel';
import type { ListAnswer } from '../shared/api/answers.js';
import { useReads } from '../shared/api/reads.js';
import { useCatalogue } from '../shared/api/use-catalogue.js';
import { pathOf } from '../shared/ui/object-link.js';
import { useSay } from '../shared/words/language.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { appWords } from './app.words.js';
import classes from './palette.module.css';

/** Reads after so long without a further letter. */
const PAUSE_MS = 180;
const EACH = 5;

interface Hit {
  readonly to: string;
  readonly kind: string;
  readonly title: string;
  readonly code?: string;
}

/** Everything by its name or number, and what can be recorded: typed without accents, walked by arrows. */
export default function Palette({ onClose }: { readonly onClose: () => void }) {
  const words = useScreenWords(appWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const hits = useHits(typed);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate({ to: hit.to } as never);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setAt((at + step + hits.length) % Math.max(1, hits.length));
    }
    if (event.key === 'Enter') go(hits[at]);
  };
  return (
    <Modal opened onClose={onClose} title={words.palette} size="lg" closeButtonProps={{ 'aria-label': words.keyClose }}>
      <TextInput
        aria-label={words.paletteField}
        placeholder={words.paletteField}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="palette-hits"
        aria-activedescendant={hits[at] ? `palette-${at}` : undefined}
        value={typed}
        onChange={(event) => (setTyped(event.currentTarget.value), setAt(0))}
        onKeyDown={onKey}
        data-autofocus
      />
      <Stack gap={0} mt="xs" id="palette-hits" role="listbox" aria-label={words.palette}>
        {hits.map((hit, index) => (
          <UnstyledButton
            key={hit.to}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className={classes.hit}
            onClick={() => go(hit)}
          >
            {hit.title}{' '}
            <Text span size="sm" c="dimmed">
              {hit.kind}
              {hit.code ? ` · ${hit.code}` : ''}
            </Text>
          </UnstyledButton>
        ))}
        {typed !== '' && hits.length === 0 && <Text p="xs">{words.paletteNone}</Text>}
      </Stack>
    </Modal>
  );
}

/** What begins something new goes by its words; objects by what their lists find. */
function useHits(typed: string): readonly Hit[] {
  const say = useSay();
  const catalogue = useCatalogue();
  const [q] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const searched = catalogue.kinds.filter(({ noun }) => noun !== 'place-maps' && noun !== 'calendars');
  const lists = useReads<ListAnswer>(
    searched.map(({ noun }) => ({ path: `/api/v1/${noun}`, query: { q, limit: EACH } })),
    { asOf: false, enabled: q !== '' },
  );
  const objects = lists.answers.flatMap((list, index) =>
    (list?.items ?? []).map(({ id, code, title }): Hit => ({
      to: pathOf(searched[index]!.noun, id),
      kind: say(searched[index]!.one),
      title,
      code,
    })),
  );
  const wanted = foldText(typed.trim());
  const beginnings = catalogue.kinds
    .flatMap((kind) => catalogue.beginnings(kind.category).filter(({ mine }) => mine))
    .filter(({ words }) => wanted !== '' && foldText(say(words)).includes(wanted))
    .map((command): Hit => {
      const kind = catalogue.kindOf(command.category)!;
      return {
        to: `/activities/new?kind=${kind.noun}&command=${command.name}`,
        kind: say(kind.words),
        title: say(command.words),
      };
    });
  return [...beginnings, ...(q === '' ? [] : objects)];
}
