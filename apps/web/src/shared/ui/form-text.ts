import type { SyntheticEvent } from 'react';

/** What was typed into a form that is being sent; the page stays where it is. */
export function textsOf(event: SyntheticEvent<HTMLFormElement>): (field: string) => string {
  event.preventDefault();
  const typed = new FormData(event.currentTarget);
  return (field) => {
    const value = typed.get(field);
    return typeof value === 'string' ? value : '';
  };
}
