/** Whether two facts say the same; both are built field by field in one order, so their texts can be compared. */
export const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
