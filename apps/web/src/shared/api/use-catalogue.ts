import { useSuspenseQuery } from '@tanstack/react-query';
import { catalogueOptions, type Catalogue } from './catalogue.js';
import { useAccount } from './session-store.js';

/** The catalogue for who is signed in; the shell shows no page before it is there. */
export const useCatalogue = (): Catalogue => useSuspenseQuery(catalogueOptions(useAccount()?.role)).data;
