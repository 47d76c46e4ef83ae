import { known, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import { same } from '../same.js';
import type * as commands from './place-map.commands.js';
import type { PlaceMapEvents, Province } from './place-map.events.js';

type Published = PlaceMapEvents['PlaceMapPublished'];

export type PlaceMap = { readonly status: 'none' } | ({ readonly status: 'published' } & Published);

export interface PlaceMapRefusals {
  CodeTwice: { code: string };
  ValidityReversed: { validFrom: string; validTo: string };
  NoPredecessor: { code: string };
  PublishedLater: { publishedOn: string };
}
export type PlaceMapCommands = CommandsOf<typeof commands>;

const refuse: Refuse<PlaceMapRefusals> = raise;

export const placeMap: Decider<PlaceMap, PlaceMapEvents, PlaceMapCommands> = {
  category: 'placeMap',
  initial: { status: 'none' },

  evolve: { PlaceMapPublished: (_, data) => ({ status: 'published', ...data }) },

  decide: {
    PublishPlaceMap(state, { codeSystem, validFrom, validTo, predecessor, provinces, source, effectiveOn }) {
      if (validTo !== undefined && validTo < validFrom) refuse('ValidityReversed', { validFrom, validTo }, 'input');
      const units = provinces.map(stored).toSorted((a, b) => (a.code < b.code ? -1 : 1));
      checkCodes(units, predecessor !== undefined);
      const said = { codeSystem, validFrom, ...known({ validTo, predecessor }), provinces: units, source };
      if (state.status === 'published') {
        const { status, publishedOn, ...published } = state;
        if (same(published, said)) return [];
        if (effectiveOn <= publishedOn) refuse('PublishedLater', { publishedOn });
      }
      return [{ type: 'PlaceMapPublished', data: { ...said, publishedOn: effectiveOn } }];
    },
  },

  reversible: { PlaceMapPublished: 'always' },
};

const stored = ({ code, name, formerCodes }: Province): Province => ({ code, name, ...known({ formerCodes }) });

/** Each unit once, and each former unit into one unit only: every old province went whole into a new one (domain.md G3). */
function checkCodes(provinces: readonly Province[], succeeds: boolean): void {
  const codes = new Set<string>();
  const former = new Set<string>();
  for (const { code, formerCodes = [] } of provinces) {
    if (codes.has(code)) refuse('CodeTwice', { code }, 'input');
    codes.add(code);
    if (formerCodes.length > 0 && !succeeds) refuse('NoPredecessor', { code }, 'input');
    for (const old of formerCodes) {
      if (former.has(old)) refuse('CodeTwice', { code: old }, 'input');
      former.add(old);
    }
  }
}
