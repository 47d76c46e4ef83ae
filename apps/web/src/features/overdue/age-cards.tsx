import { Paper, Skeleton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Board, Figure } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import type { LateAge } from '../../shared/lending/ageing.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Failure } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { boardOf, linesOf, merged, type LoanLine, type Measure } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';

/** So many loans stand under an age; the others are counted. */
const CARDS = 20;
const OF_LATE = ['days', 'principal'] as const satisfies readonly Measure[];
const OF_DUE = ['duePrincipal', 'dueInterest'] as const satisfies readonly Measure[];

interface Props {
  readonly age: LateAge;
  readonly count: Figure;
}

/** The loans of an age, the longest overdue first. */
export function AgeCards({ age, count }: Props) {
  const words = useScreenWords(overdueWords);
  const { data, error } = useRead<Board>('/api/v1/boards', { ...boardOf(OF_LATE), debtAge: age, limit: CARDS });
  if (error && !data) return <Failure error={error} />;
  if (!data) return <Skeleton height={120} />;
  const lines = linesOf(data, OF_LATE);
  return (
    <>
      {lines.map((line) => (
        <Card key={line.id} line={line}>
          <Text size="sm" component="div">
            {line.figures.days && <FigureNumber figure={line.figures.days} label={`${line.code}: ${words.days}`} />}
            {line.figures.principal && ' · '}
            {line.figures.principal && (
              <FigureNumber figure={line.figures.principal} label={`${line.code}: ${words.principal}`} />
            )}
          </Text>
        </Card>
      ))}
      <Rest name={age} count={count} shown={lines.length} />
    </>
  );
}

/** The loans of which something falls due soon, the largest principal first, then those of which only interest does. */
export function DueCards({ count }: Pick<Props, 'count'>) {
  const words = useScreenWords(overdueWords);
  const principal = useRead<Board>('/api/v1/boards', { ...boardOf(OF_DUE), limit: CARDS });
  const interest = useRead<Board>('/api/v1/boards', { ...boardOf(['dueInterest']), limit: CARDS });
  const error = principal.error ?? interest.error;
  if (error && !(principal.data && interest.data)) return <Failure error={error} />;
  if (!principal.data || !interest.data) return <Skeleton height={120} />;
  const lines = merged([...linesOf(principal.data, OF_DUE), ...linesOf(interest.data, ['dueInterest'])], CARDS);
  return (
    <>
      {lines.map((line) => (
        <Card key={line.id} line={line}>
          {OF_DUE.map((of) => {
            const figure = line.figures[of];
            return (
              figure && (
                <Text key={of} size="sm" component="div">
                  {words[of]}: <FigureNumber figure={figure} label={`${line.code}: ${words[of]}`} />
                </Text>
              )
            );
          })}
        </Card>
      ))}
      <Rest name="soon" count={count} shown={lines.length} />
    </>
  );
}

function Card({ line: { id, code, title }, children }: { readonly line: LoanLine; readonly children: ReactNode }) {
  return (
    <Paper withBorder p="xs">
      <ObjectLink link={{ id, noun: 'loans', code, title }} withCode />
      {children}
    </Paper>
  );
}

interface RestProps {
  readonly name: string;
  readonly count: Figure;
  readonly shown: number;
}

/** How many loans have no card. */
function Rest({ name, count, shown }: RestProps) {
  const words = useScreenWords(overdueWords);
  const rest = (count.value ?? 0) - shown;
  if (rest <= 0) return null;
  return (
    <Text size="sm" component="div">
      <ComputedNumber
        name={`overdue-rest-${name}`}
        value={rest}
        unit="count"
        label={words.restName}
        formula={overdueWords.restFormula}
        inputs={[
          { label: words.count, figure: count },
          { label: words.shown, value: shown, unit: 'count' },
        ]}
        again={([all = 0, seen = 0]) => all - seen}
      >
        {words.rest({ count: rest })}
      </ComputedNumber>
    </Text>
  );
}
