import { Anchor, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useSay } from '../../shared/words/language.js';

/** What rules and words depend on, itself recorded as facts. */
const KINDS = ['agencies', 'programmes', 'budget-lines', 'funds', 'rules', 'calendars', 'place-maps', 'legal-documents'];

export function Reference() {
  const catalogue = useCatalogue();
  const say = useSay();
  return (
    <List spacing="xs">
      {KINDS.flatMap((noun) => catalogue.kind(noun) ?? []).map(({ noun, words }) => (
        <List.Item key={noun}>
          <Anchor component={Link} to={noun === 'programmes' ? '/programmes' : `/objects/${noun}`}>
            {say(words)}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
