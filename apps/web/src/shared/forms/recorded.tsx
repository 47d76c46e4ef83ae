import '@mantine/notifications/styles.css';
import { Anchor, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { Language } from '@soquy/kernel';
import type { Receipt } from '../api/answers.js';
import type { CommandCard, FieldSchema } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import { exactMoney } from '../format/money.js';
import { mainAmount } from '../objects/case-amounts.js';
import { pathOf } from '../ui/object-link.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords, wordsIn } from '../words/screen-words.js';
import { withoutUnit } from '../words/without-unit.js';
import { formWords } from './forms.words.js';
import type { Values } from './use-record-form.js';

const SHOWN_MS = 12_000;

/** What was recorded, in a sentence: "Đã ghi “Ghi thu nợ”: HV-2026-0001, 20.000.000 đ, ngày 21/11/2026." */
export function recordedSentence(
  { words, schema }: CommandCard,
  values: Values,
  code: string | undefined,
  language: Language,
): string {
  const say = wordsIn(formWords, language);
  const facts = [
    code,
    amountTold(schema, values, language),
    typeof values.effectiveOn === 'string' ? say.onDay({ day: showDay(values.effectiveOn) }) : undefined,
  ];
  return say.recorded({ command: words[language], facts: facts.filter(Boolean).join(', ') });
}

/** What the fact is about in money; by its name where several amounts had to be said. */
function amountTold({ properties = {}, required = [] }: FieldSchema, values: Values, language: Language): string | undefined {
  const isSaid = (field: string) => properties[field]!['x-unit'] === 'vnd' && values[field] !== undefined;
  const said = Object.keys(properties).filter(isSaid);
  const needed = said.filter((field) => required.includes(field));
  const field = mainAmount(needed.length > 0 ? needed : said);
  if (field === undefined) return undefined;
  const amount = exactMoney(Number(values[field]), language);
  if (needed.length < 2) return amount;
  const name = withoutUnit(properties[field]!['x-words'] ?? { vi: field, en: field })[language];
  return `${name.slice(0, 1).toLowerCase()}${name.slice(1)} ${amount}`;
}

interface Told {
  readonly command: CommandCard;
  readonly values: Values;
  readonly receipt: Receipt;
  /** Where it is seen; without it the object recorded. */
  readonly link?: { readonly noun: string; readonly id: string } | undefined;
  readonly sentence?: string | undefined;
}

/** Says what was recorded, politely, with the ways to see it and to take it back. */
export function useTellRecorded(): (told: Told) => void {
  const words = useScreenWords(formWords);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  return ({ command, values, receipt, link, sentence }) => {
    const noun = catalogue.kindOf(command.category)?.noun;
    const seen = link ?? (noun && { noun, id: receipt.objectId });
    const canReverse = !link && catalogue.command('RequestCorrection')?.mine;
    const id = `recorded-${receipt.position}`;
    const go = (search: object) => {
      notifications.hide(id);
      if (seen) void navigate({ to: pathOf(seen.noun, seen.id), search } as never);
    };
    notifications.clean();
    notifications.show({
      id,
      role: 'status',
      color: 'ok',
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': words.close },
      message: (
        <>
          <Text size="sm">{sentence ?? recordedSentence(command, values, receipt.code, language)}</Text>
          <Group gap="md">
            {seen && <Way name={words.see} go={() => go({})} />}
            {seen && canReverse && <Way name={words.reverse} go={() => go({ reverse: receipt.position })} />}
          </Group>
        </>
      ),
    });
  };
}

const Way = ({ name, go }: { readonly name: string; readonly go: () => void }) => (
  <Anchor component="button" type="button" size="sm" onClick={go}>
    {name}
  </Anchor>
);
