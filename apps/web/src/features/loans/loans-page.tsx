import { Anchor, Box, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Choices } from '../../shared/print/choices.js';
import type { ListAnswer } from '../../shared/api/answers.js';
import { useCalm } from '../../shared/api/calm.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { PagedList } from '../../shared/objects/paged-list.js';
import { Page } from '../../shared/ui/page.js';
import { Empty } from '../../shared/ui/states.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { LoanTable } from './loan-table.js';
import { loanQuery, loanSearch, type LoanSearch } from './loan-search.js';
import { loanWords } from './loans.words.js';

/** All loans: filters in the address, money as of the page's day. */
export function LoansPage() {
  const words = useScreenWords(loanWords);
  const search = loanSearch(useSearch({ strict: false }));
  const query = { sort: '-effectiveFrom', ...loanQuery(search) };
  const isFiltered = Object.keys(search).length > 0;
  return (
    <Page title={words.title} actions={<Ways />}>
      <Filters search={search} />
      <PagedList noun="loans" query={query} empty={<Empty>{isFiltered ? words.noMatch : words.none}</Empty>}>
        {(items) => <LoanTable items={items} fund={search.fund} />}
      </PagedList>
    </Page>
  );
}

function Ways() {
  const words = useScreenWords(loanWords);
  const catalogue = useCatalogue();
  const { isPast } = useAsOf();
  const may = (name: string) => !isPast && catalogue.command(name)?.mine;
  return (
    <>
      {may('ApplyForLoan') && (
        <Button component={Link} to="/loans/new">
          {words.newLoan}
        </Button>
      )}
      {may('OpenLoanBalance') && (
        <Button component={Link} variant="default" to="/objects/loans" search={{ act: 'OpenLoanBalance' } as never}>
          {words.opening}
        </Button>
      )}
      <Anchor component={Link} to="/loans/calculator">
        {words.calculator}
      </Anchor>
    </>
  );
}

/** The place of the filter by borrower until it is there. */
const Unready = () => <Box w={220} h={58} />;

/** Chosen from by those who look for one loan; the list does not wait for it. */
const BorrowerFilter = lazy(() => import('./borrower-filter.js').then((each) => ({ default: each.BorrowerFilter })));

const WAIT_MS = 250;

function Filters({ search }: { readonly search: LoanSearch }) {
  const words = useScreenWords(loanWords);
  const say = useSay();
  const navigate = useNavigate();
  const isCalm = useCalm();
  const kind = useCatalogue().kindOf('loan');
  const funds = useRead<ListAnswer>('/api/v1/funds', { limit: 200, sort: 'title' });
  const [typed, setTyped] = useState(search.q ?? '');
  const put = (part: LoanSearch) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...part }) } as never);
  const ask = useDebouncedCallback((text: string) => put({ q: text.trim() || undefined }), WAIT_MS);
  const any = { value: '', label: words.all };
  const statuses = kind?.statuses.filter(({ status }) => status !== 'none') ?? [];
  return (
    <Choices>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="search"
          label={words.search}
          placeholder={words.searchHint}
          miw={220}
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), ask(event.currentTarget.value))}
        />
        <Suspense fallback={<Unready />}>
          {isCalm ? <BorrowerFilter value={search.organisation} choose={(organisation) => put({ organisation })} /> : <Unready />}
        </Suspense>
        <NativeSelect
          label={words.status}
          value={search.status ?? ''}
          data={[any, ...statuses.map((each) => ({ value: each.status, label: say(each.words) }))]}
          onChange={(event) => put({ status: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          label={words.fund}
          maw={280}
          value={search.fund ?? ''}
          data={[any, ...(funds.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={(event) => put({ fund: event.currentTarget.value || undefined })}
        />
        {Object.keys(search).length > 0 && (
          <Button
            variant="subtle"
            onClick={() => (setTyped(''), put({ q: undefined, status: undefined, fund: undefined, organisation: undefined }))}
          >
            {words.clear}
          </Button>
        )}
      </Group>
    </Choices>
  );
}
