import { Anchor, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Choices } from '../../shared/print/choices.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { Page } from '../../shared/ui/page.js';
import { useRoleNames } from '../../shared/ui/role-names.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { OrganisationTable } from './organisation-table.js';
import { organisationWords } from './organisations.words.js';
import type { RegisterSearch } from './register-search.js';

/** Searches after so long without a further letter. */
const PAUSE_MS = 200;

/** The register: every organisation, found with or without accents. */
export function OrganisationsPage() {
  const words = useScreenWords(organisationWords);
  return (
    <Page title={words.title} actions={<Ways />}>
      <Filters />
      <OrganisationTable />
    </Page>
  );
}

/** Who may register says so by a way to it; who may not is told who may. */
function Ways() {
  const words = useScreenWords(organisationWords);
  const namesOf = useRoleNames();
  const command = useCatalogue().command('RegisterOrganisation');
  if (!command?.mine)
    return (
      <Text size="sm" c="dimmed">
        {words.onlyFor({ what: namesOf(command?.roles ?? []) })}
      </Text>
    );
  return (
    <>
      <Anchor component={Link} to="/organisations/new">
        {words.register}
      </Anchor>
      <Anchor component={Link} to="/organisations/paste">
        {words.paste}
      </Anchor>
    </>
  );
}

function Filters() {
  const words = useScreenWords(organisationWords);
  const { q = '', type, sector, status } = useSearch({ strict: false }) as RegisterSearch;
  const navigate = useNavigate();
  const set = (name: keyof RegisterSearch, value: string) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [name]: value || undefined }), replace: true } as never);
  const search = useDebouncedCallback((value: string) => set('q', value.trim()), PAUSE_MS);
  return (
    <Choices>
      <Group align="end">
        <TextInput
          label={words.search}
          defaultValue={q}
          onChange={(event) => search(event.currentTarget.value)}
          w={320}
          maw="100%"
          type="search"
        />
        <Choice
          label={words.type}
          value={type}
          choices={useEnum('organisationType', 'type')}
          onChange={(value) => set('type', value)}
        />
        <Choice label={words.sector} value={sector} choices={useEnum('sector')} onChange={(value) => set('sector', value)} />
        <Choice label={words.status} value={status} choices={useStatuses()} onChange={(value) => set('status', value)} />
      </Group>
    </Choices>
  );
}

type Choices = readonly { readonly value: string; readonly label: string }[];

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: Choices;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value = '', choices, onChange }: ChoiceProps) {
  const words = useScreenWords(organisationWords);
  const data = [{ value: '', label: words.any }, ...choices];
  return <NativeSelect label={label} value={value} data={data} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** Values of a field, by whichever name the catalogue words it. */
function useEnum(...fields: readonly string[]): Choices {
  const { enums } = useCatalogue().answer;
  const say = useSay();
  const words = fields.map((field) => enums[field]).find((each) => each !== undefined) ?? {};
  return Object.entries(words).map(([value, told]) => ({ value, label: say(told) }));
}

function useStatuses(): Choices {
  const kind = useCatalogue().kind('organisations');
  const say = useSay();
  return (kind?.statuses ?? [])
    .filter(({ status }) => status !== 'none')
    .map(({ status, words }) => ({ value: status, label: say(words) }));
}
