/** Groups go by their names, or by how much there is of each, the most first. */
export const GROUP_SORTS = ['name', '-value'] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];
