import { Problem } from '@soquy/platform';
import { publishedCalendars } from './calendars.js';
import { publishedLegalDocuments } from './legal-documents.js';
import { publishedPlaceMaps } from './provinces.js';
import { publishedRules } from './rules.js';

/** Reference data that the state publishes is recorded for this agency, which is the first one registered. */
export const CENTRAL_AGENCY = 'central';

/** A command by the name of its class, with its fields. */
export type PublishedCommand = readonly [commandClassName: string, command: Readonly<Record<string, unknown>>];

/** Hands a command to the gateway for the system account; its key follows from what it says, so a repetition is recognised. */
export type RecordCommand = (commandClassName: string, command: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Everything published, in the order it is recorded; each is true from the day it came into force, or from its year's first day. */
export function publishedCommands(): readonly PublishedCommand[] {
  const agencyId = CENTRAL_AGENCY;
  const said = (command: string, effectiveOn: string, fields: object): PublishedCommand => [
    command,
    { agencyId, effectiveOn, ...fields },
  ];
  return [
    said('RegisterAgency', FIRST_DAY, { name: 'Cơ quan trung ương', kind: 'central' }),
    ...publishedPlaceMaps.map((map) => said('PublishPlaceMap', map.validFrom, map)),
    ...publishedCalendars.map((calendar) => said('PublishCalendarYear', `${calendar.year}-01-01`, calendar)),
    ...publishedRules.map(({ value, validTo, ...rule }) =>
      said('RecordRuleVersion', rule.validFrom, {
        ...rule,
        ...(typeof value === 'number' ? { value } : { values: value }),
        ...(validTo && { validTo }),
      }),
    ),
    ...publishedLegalDocuments.map((document) => said('RecordLegalDocument', knownFrom(document), document)),
  ];
}

/** The map of 63 provinces is the oldest thing recorded here. */
const FIRST_DAY = '2008-08-01';

function knownFrom({
  number,
  issuedOn,
  inForceOn,
}: {
  number: string;
  issuedOn?: string | undefined;
  inForceOn?: string | undefined;
}) {
  return issuedOn ?? inForceOn ?? `${/\/(\d{4})\//.exec(number)?.[1] ?? FIRST_DAY.slice(0, 4)}-01-01`;
}

/**
 * Records what is published, at a first start and again at each later one: what stands already leaves nothing behind, and
 * where the office has recorded otherwise its own record stands. Gives the commands that were refused for that reason.
 */
export async function recordPublished(record: RecordCommand): Promise<readonly PublishedCommand[]> {
  const refused: PublishedCommand[] = [];
  for (const command of publishedCommands()) {
    try {
      await record(...command);
    } catch (error) {
      if (!(error instanceof Problem && error.status === 409)) throw error;
      refused.push(command);
    }
  }
  return refused;
}
