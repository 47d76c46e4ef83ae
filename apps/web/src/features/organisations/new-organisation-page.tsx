import { Paper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { RecordForm } from '../../shared/forms/record-form.js';
import { Page } from '../../shared/ui/page.js';
import { pathOf } from '../../shared/ui/object-link.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { organisationWords } from './organisations.words.js';

export function NewOrganisationPage() {
  const words = useScreenWords(organisationWords);
  const navigate = useNavigate();
  const command = useCatalogue().command('RegisterOrganisation')!;
  return (
    <Page title={words.register}>
      <Paper withBorder p="md">
        <RecordForm
          command={command}
          onRecorded={({ objectId }, _, goesOn) => !goesOn && void navigate({ to: pathOf('organisations', objectId) } as never)}
          onCancel={() => void navigate({ to: '/organisations' } as never)}
        />
      </Paper>
    </Page>
  );
}
