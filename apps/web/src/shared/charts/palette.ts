/** Each at least 3:1 on white and on the dark surface is drawn with an outline; patterns tell them apart in black and white. */
export const SERIES = ['#0B5A8F', '#B5661A', '#4E7F4D', '#8E5BA6', '#6F6F6F', '#B5475A'] as const;

/** How lines are broken, for the same reason; what was planned is broken another way. */
export const DASHES = [undefined, '2 3', '12 3 2 3', '16 5', '12 3 2 3 2 3', '1 6'] as const;

/** The longer overdue, the darker. */
export const AGEING = ['#B8860B', '#B5661A', '#8E3B12', '#6B1313'] as const;
