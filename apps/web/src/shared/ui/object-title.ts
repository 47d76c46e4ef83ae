import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';
import { titleWords, type Titled } from './title-words.js';

/** What people call an object: the words known for its code, else its own title. */
export function useObjectTitle(): (of: Titled) => string | undefined {
  const catalogue = useCatalogue();
  const say = useSay();
  return (of) => {
    const words = titleWords(catalogue, of);
    return words ? say(words) : (of.title ?? of.code ?? undefined);
  };
}
