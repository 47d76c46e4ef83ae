import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { EventLine } from '../../shared/api/answers.js';
import { personName } from '../../shared/figures/people.js';

/** A person by name, leading to everything he or she recorded. */
export function PersonLink({ event }: { readonly event: Pick<EventLine, 'person' | 'personId'> }) {
  const search = { tab: 'person', actor: event.person?.username ?? event.personId };
  return (
    <Anchor component={Link} {...({ to: '/audit', search } as object)} inherit>
      {personName(event)}
    </Anchor>
  );
}
