import { Burger, Button, Group, NativeSelect, Text, useMantineColorScheme } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { MONEY_UNITS, type CommonSearch, type MoneyUnit } from '../shared/as-of/as-of.js';
import { AsOfBar } from '../shared/as-of/as-of-bar.js';
import { useKeys } from '../shared/keys/keys.js';
import { setLanguage, useLanguage } from '../shared/words/language.js';
import { useScreenWords } from '../shared/words/screen-words.js';
import { AccountMenu } from './account-menu.js';
import type { Dialog } from './app-keys.js';
import { appWords } from './app.words.js';

interface Props {
  readonly opened: boolean;
  readonly toggle: () => void;
  readonly show: (dialog: Dialog) => void;
}

/** What stands above every page: the way home, the two dates, the unit of money, the language and who is here. */
export function HeaderBar({ opened, toggle, show }: Props) {
  const words = useScreenWords(appWords);
  return (
    <Group h="100%" px={{ base: 'xs', sm: 'md' }} gap="xs" justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={words.menu} />
        <Text component={Link} to="/" fw={600} c="var(--soquy-brand)" td="none" visibleFrom="xs">
          {words.product}
        </Text>
      </Group>
      <AsOfBar />
      <Group gap="xs" wrap="nowrap">
        <Button size="compact-sm" variant="default" visibleFrom="md" onClick={() => show('palette')}>
          {words.find}
        </Button>
        <UnitChoice />
        <LanguageSwitch />
        <ThemeSwitch />
        <Button size="compact-xs" variant="subtle" visibleFrom="md" onClick={() => show('help')}>
          {words.help}
        </Button>
        <AccountMenu />
      </Group>
    </Group>
  );
}

function UnitChoice() {
  const words = useScreenWords(appWords);
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  useKeys({ KeyU: () => choose(['', ...MONEY_UNITS][(MONEY_UNITS.findIndex((each) => each === unit) + 2) % 4]!) });
  const navigate = useNavigate();
  const choose = (next: string) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, unit: (next || undefined) as MoneyUnit }) } as never);
  return (
    <NativeSelect
      size="xs"
      w={104}
      visibleFrom="md"
      aria-label={words.unit}
      value={unit ?? ''}
      data={[{ value: '', label: words.unitAuto }, ...MONEY_UNITS.map((value) => ({ value, label: words[value] }))]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}

function LanguageSwitch() {
  const language = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      lang={other}
      aria-label={appWords.language[language]}
      onClick={() => setLanguage(other)}
    >
      <span className="mantine-visible-from-sm">{appWords.language[language]}</span>
      <span className="mantine-hidden-from-sm">{other.toUpperCase()}</span>
    </Button>
  );
}

function ThemeSwitch() {
  const words = useScreenWords(appWords);
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <Button size="compact-xs" variant="subtle" visibleFrom="md" onClick={toggleColorScheme}>
      {words.theme}
    </Button>
  );
}
