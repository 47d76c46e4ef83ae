const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const day = { type: 'string', format: 'date' } as const;
const count = { type: 'integer', minimum: 0 } as const;

/** The manifest of a file, as the OpenAPI document describes it. */
export const exportSchema = {
  type: 'object',
  required: ['id', 'state', 'fileName', 'format', 'mediaType', 'rows', 'bytes', 'sha256', 'query', 'address', 'position'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    state: { type: 'string', enum: ['waiting', 'running', 'done', 'failed', 'expired'] },
    fileName: text,
    format: { type: 'string', enum: ['csv', 'ndjson', 'xlsx'] },
    mediaType: text,
    rows: { ...count, description: 'So far, while the file is being written' },
    bytes: count,
    sha256: { type: ['string', 'null'], description: 'Of the bytes as they left, hexadecimal; null until all have' },
    query: { type: 'object', description: 'The question with its days and position fixed' },
    address: { type: 'string', description: 'The same question, to be asked again as JSON' },
    evidence: { type: 'string', description: 'Where a person sees what stands behind the rows' },
    agencies: { description: 'Whose data it shows, or `all`; empty for what belongs to everyone' },
    position: { type: 'string', description: 'The position of the log that the rows show' },
    knownAt: { type: ['string', 'null'], format: 'date-time' },
    effectiveFrom: day,
    effectiveTo: day,
    stale: { type: 'boolean', description: 'The asked `minPosition` was not reached in time' },
    cutCells: { type: 'integer', minimum: 1, description: 'Texts that a cell of a workbook could not hold in full' },
    createdAt: instant,
    finishedAt: instant,
    expiresAt: instant,
    file: { type: 'string', description: 'Address of the file, while it is kept' },
    failure: { type: 'object', properties: { code: text, detail: text } },
  },
} as const;
