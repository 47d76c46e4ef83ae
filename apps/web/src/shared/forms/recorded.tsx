import '@mantine/notifications/styles.css';
import { Anchor, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { Language } from '@soquy/kernel';
import type { Receipt } from '../api/answers.js';
import type { CommandCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import { exactMoney } from '../format/money.js';
import { pathOf } from '../ui/object-link.js';
import { useLanguage } from '../words/language.js';
import { useScreenWords, wordsIn } from '../words/screen-words.js';
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
  const amounts = Object.entries(schema.properties ?? {}).filter(
    ([field, of]) => of['x-unit'] === 'vnd' && values[field] !== undefined,
  );
  const main = amounts.find(([field]) => schema.required?.includes(field)) ?? amounts[0];
  const facts = [
    code,
    main && exactMoney(Number(values[main[0]]), language),
    typeof values.effectiveOn === 'string' ? say.onDay({ day: showDay(values.effectiveOn) }) : undefined,
  ];
  return say.recorded({ command: words[language], facts: facts.filter(Boolean).join(', ') });
}

/** Says what was recorded, politely, with the ways to see it and to take it back. */
export function useTellRecorded(): (command: CommandCard, values: Values, receipt: Receipt, sentence?: string) => void {
  const words = useScreenWords(formWords);
  const language = useLanguage();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  return (command, values, receipt, sentence) => {
    const noun = catalogue.kindOf(command.category)?.noun;
    const id = `recorded-${receipt.position}`;
    const go = (search: object) => {
      notifications.hide(id);
      void navigate({ to: pathOf(noun!, receipt.objectId), search } as never);
    };
    notifications.show({
      id,
      role: 'status',
      color: 'ok',
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': language === 'vi' ? 'Đóng' : 'Close' },
      message: (
        <>
          <Text size="sm">{sentence ?? recordedSentence(command, values, receipt.code, language)}</Text>
          {noun && (
            <Group gap="md">
              <Anchor component="button" type="button" size="sm" onClick={() => go({})}>
                {words.see}
              </Anchor>
              {catalogue.command('RequestCorrection')?.mine && (
                <Anchor component="button" type="button" size="sm" onClick={() => go({ reverse: receipt.position })}>
                  {words.reverse}
                </Anchor>
              )}
            </Group>
          )}
        </>
      ),
    });
  };
}
