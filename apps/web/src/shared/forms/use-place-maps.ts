import type { ListAnswer } from '../api/answers.js';
import { useRead } from '../api/reads.js';
import type { PlaceMap } from './places.js';

/** The lists of provinces, each with the days it was in force. */
export function usePlaceMaps(): readonly PlaceMap[] {
  const { data } = useRead<ListAnswer<PlaceMap>>('/api/v1/place-maps', { limit: 200 }, { asOf: false });
  return data?.items.map((item) => item.data) ?? [];
}
