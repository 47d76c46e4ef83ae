import { Anchor, Button, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import type { ObjectAnswer } from '../../shared/api/answers.js';
import type { KindCard } from '../../shared/api/catalogue.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { KindsList } from '../../shared/objects/kinds-list.js';
import { FactList } from '../../shared/timeline/fact-list.js';
import { LoadedObject } from '../../shared/objects/loaded-object.js';
import { Page } from '../../shared/ui/page.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { UrlTabs } from '../../shared/ui/url-tabs.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { History } from './history.js';
import { organisationWords } from './organisations.words.js';
import { Passport } from './passport.js';

const isLoan = ({ noun }: KindCard) => noun === 'loans';

/** An organisation: its profile, all it received from everybody, its loans and what happened to it. */
export function OrganisationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const answer = useRead<ObjectAnswer>(`/api/v1/organisations/${id}`);
  return (
    <LoadedObject noun="organisations" of={answer}>
      {(organisation) => (
        <Page
          title={organisation.title}
          beside={<StatusBadge status={organisation.status} words={organisation.statusWords} />}
          actions={<Ways id={organisation.id} />}
        >
          <Text c="dimmed" size="sm">
            {organisation.code}
          </Text>
          <Parts organisation={organisation} />
        </Page>
      )}
    </LoadedObject>
  );
}

/** What is done from here: a loan file of this borrower, and all that is recorded of the organisation itself. */
function Ways({ id }: { readonly id: string }) {
  const words = useScreenWords(organisationWords);
  const may = useCatalogue().command('ApplyForLoan')?.mine;
  const { isPast } = useAsOf();
  return (
    <>
      {may && !isPast && (
        <Button component={Link} to="/loans/new" search={{ organisation: id } as never}>
          {words.newLoan}
        </Button>
      )}
      <Anchor component={Link} to={`/objects/organisations/${id}`}>
        {words.full}
      </Anchor>
    </>
  );
}

function Parts({ organisation }: { readonly organisation: ObjectAnswer }) {
  const words = useScreenWords(organisationWords);
  const query = { organisation: organisation.id };
  const tabs = [
    { name: 'passport', label: words.passport, content: <Passport organisation={organisation.id} /> },
    {
      name: 'profile',
      label: words.profile,
      content: <FactList category="organisation" data={organisation.data} of={{ noun: 'organisations', id: organisation.id }} />,
    },
    { name: 'loans', label: words.loans, content: <KindsList query={query} takes={isLoan} /> },
    { name: 'timeline', label: words.timeline, content: <History organisation={organisation.id} /> },
  ];
  return <UrlTabs tabs={tabs} label={words.tabs} />;
}
