import { useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../as-of/as-of.js';
import type { ListItem } from '../api/answers.js';
import type { KindCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { DataTable } from '../ui/data-table.js';
import { pathOf } from '../ui/object-link.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { objectColumns } from './object-columns.js';
import { objectWords } from './objects.words.js';

/** Objects of one kind, drawn from the catalogue. */
export function ObjectTable({ kind, items }: { readonly kind: KindCard; readonly items: readonly ListItem[] }) {
  const words = useScreenWords(objectWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const { day } = useAsOf();
  return (
    <DataTable
      caption={say(kind.words)}
      columns={objectColumns({ catalogue, kind, items, say, words, day })}
      rows={items}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: pathOf(kind.noun, id) } as never)}
    />
  );
}
