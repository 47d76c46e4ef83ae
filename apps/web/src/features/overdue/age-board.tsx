import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Figure } from '../../shared/api/answers.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { AGES, LATE_AGES } from '../../shared/lending/ageing.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { AgeCards, DueCards } from './age-cards.js';
import classes from './overdue.module.css';
import { overdueWords } from './overdue.words.js';
import type { Overdue } from './use-overdue.js';

interface Props {
  readonly overdue: Overdue;
  /** The first loans of each age as cards under it. */
  readonly withCards: boolean;
}

/** What falls due soon, then debt in four ages, each with its sums. */
export function AgeBoard({ overdue: { all, ofAge }, withCards }: Props) {
  const words = useScreenWords(overdueWords);
  const say = useSay();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 5 }} spacing="sm" component="section" aria-label={words.sums}>
      <Part
        className={classes.soon!}
        name={words.soon}
        count={all.dueCount}
        sums={[
          [words.duePrincipal, all.duePrincipal],
          [words.dueInterest, all.dueInterest],
        ]}
      >
        {withCards && <DueCards count={all.dueCount} />}
      </Part>
      {LATE_AGES.map((age) => (
        <Part
          key={age}
          className={classes[age]!}
          name={say(AGES[age].words)}
          count={ofAge('count', age)}
          sums={[
            [words.principal, ofAge('principal', age)],
            [words.interest, ofAge('interest', age)],
          ]}
        >
          {withCards && <AgeCards age={age} count={ofAge('count', age)} />}
        </Part>
      ))}
    </SimpleGrid>
  );
}

interface PartProps {
  readonly className: string;
  readonly name: string;
  readonly count: Figure;
  readonly sums: readonly (readonly [label: string, figure: Figure])[];
  readonly children: ReactNode;
}

/** One column: how many loans, and how much. */
function Part({ className, name, count, sums, children }: PartProps) {
  const words = useScreenWords(overdueWords);
  return (
    <Paper withBorder p="sm" className={className}>
      <Stack gap="xs">
        <Title order={2} size="h6">
          {name} ·{' '}
          <FigureNumber figure={count} label={`${name}: ${words.count}`}>
            {words.loans({ count: count.value ?? 0 })}
          </FigureNumber>
        </Title>
        {sums.map(([label, figure]) => (
          <Text key={label} size="sm" component="div">
            {label}: <FigureNumber figure={figure} label={`${name}: ${label}`} />
          </Text>
        ))}
        {children}
      </Stack>
    </Paper>
  );
}
