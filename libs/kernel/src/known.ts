/** Only what was given: absent fields stay absent in the stored fact, so unknown is never mistaken for zero. */
export function known<Given extends object>(given: Given): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never;
}
