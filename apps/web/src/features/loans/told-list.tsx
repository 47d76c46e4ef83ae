import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './loans.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** What follows from a form, under its own heading, read out as it changes. */
export const Effect = ({ title, children }: Props) => (
  <Stack gap="xs" component="section" aria-label={title}>
    <Title order={3} size="h6">
      {title}
    </Title>
    {children}
  </Stack>
);

export const ToldList = ({ children }: { readonly children: ReactNode }) => <dl className={classes.keys}>{children}</dl>;

export const Told = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
