/** Where drafts of forms stand in the storage of a device; then whose they are. */
export const DRAFT_KEYS = 'soquy-draft:';

/** Where pasted tables stand in the storage of a device; then whose they are. */
export const TABLE_KEYS = 'soquy-paste:';
