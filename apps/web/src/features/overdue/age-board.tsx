import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { rowInput } from '../../shared/figures/computed-input.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { AGES, byAge, type AgeName } from '../../shared/lending/ageing.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { sumOf, type LoanLine, type Measure, type OverdueLine } from './overdue-lines.js';
import classes from './overdue.module.css';
import { overdueWords } from './overdue.words.js';

interface Props {
  readonly lines: readonly OverdueLine[];
  /** Loans of which something falls due soon. */
  readonly due: readonly LoanLine[];
  /** Each loan as a card under its age. */
  readonly withCards: boolean;
}

/** What falls due soon, then debt in four ages, each with its sums. */
export function AgeBoard({ lines, due, withCards }: Props) {
  const words = useScreenWords(overdueWords);
  const ages = byAge(lines);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} spacing="sm" component="section" aria-label={words.sums}>
      <Paper withBorder p="sm" className={classes.soon}>
        <Stack gap="xs">
          <Title order={2} size="h6">
            {words.soon} · {words.loans({ count: due.length })}
          </Title>
          <AgeSum name="soon" lines={due} of="duePrincipal" />
          <AgeSum name="soon" lines={due} of="dueInterest" />
          {withCards && due.map((line) => <DueCard key={line.id} line={line} />)}
        </Stack>
      </Paper>
      {AGES.map(({ name }) => (
        <Paper key={name} withBorder p="sm" className={classes[name]}>
          <Stack gap="xs">
            <Title order={2} size="h6">
              {words[name]} · {words.loans({ count: ages[name].length })}
            </Title>
            <AgeSum name={name} lines={ages[name]} of="principal" />
            <AgeSum name={name} lines={ages[name]} of="interest" />
            {withCards && ages[name].map((line) => <Card key={line.id} line={line} />)}
          </Stack>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

interface SumProps {
  readonly name: AgeName | 'all' | 'soon';
  readonly lines: readonly LoanLine[];
  readonly of: Measure;
  readonly isBare?: boolean;
}

/** A sum that opens to the loans it is of. */
export function AgeSum({ name, lines, of, isBare = false }: SumProps) {
  const words = useScreenWords(overdueWords);
  const label = `${words[name]}: ${words[of]}`;
  const number = (
    <ComputedNumber
      name={`overdue-${of}-${name}`}
      value={sumOf(lines, of)}
      unit="vnd"
      label={label}
      formula={name === 'soon' ? overdueWords.dueFormula : overdueWords.sumFormula}
      inputs={lines.flatMap(({ figures }) => (figures[of] ? [rowInput(figures[of])] : []))}
      again={(given) => given.reduce((sum, value) => sum + value, 0)}
    />
  );
  if (isBare) return number;
  return (
    <Text size="sm" component="div">
      {words[of]}: {number}
    </Text>
  );
}

function Card({ line: { id, code, title, figures } }: { readonly line: OverdueLine }) {
  const words = useScreenWords(overdueWords);
  return (
    <Paper withBorder p="xs">
      <ObjectLink link={{ id, noun: 'loans', code, title }} withCode />
      <Text size="sm" component="div">
        {figures.days && <FigureNumber figure={figures.days} label={`${code}: ${words.days}`} />}
        {' · '}
        {figures.principal && <FigureNumber figure={figures.principal} label={`${code}: ${words.principal}`} />}
      </Text>
    </Paper>
  );
}

function DueCard({ line: { id, code, title, figures } }: { readonly line: LoanLine }) {
  const words = useScreenWords(overdueWords);
  return (
    <Paper withBorder p="xs">
      <ObjectLink link={{ id, noun: 'loans', code, title }} withCode />
      {(['duePrincipal', 'dueInterest'] as const).map(
        (of) =>
          figures[of] && (
            <Text key={of} size="sm" component="div">
              {words[of]}: <FigureNumber figure={figures[of]} label={`${code}: ${words[of]}`} />
            </Text>
          ),
      )}
    </Paper>
  );
}
