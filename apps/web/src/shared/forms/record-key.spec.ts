import { formFor } from './record-key.js';

/** An element by what it lies in: a dialog; what has a meaning of its own for the key. */
const element = (dialog: object | null, isOwn = false) =>
  ({ closest: (selector: string) => (selector.startsWith('[role') ? dialog : isOwn ? {} : null) }) as unknown as Element;

const page = element(null);
const dialog = {} as Element;
const onPage = element(null);
const inDialog = element(dialog);

it('is the form of the page, wherever beside it the focus is', () => {
  expect(formFor([onPage], { target: page, onTop: null })).toBe(onPage);
  expect(formFor([], { target: page, onTop: null })).toBeUndefined();
});

it('is none while something else takes text, or a link has the focus', () => {
  expect(formFor([onPage], { target: element(null, true), onTop: null })).toBeUndefined();
});

it('is none behind a dialog, and the one within a dialog that has one', () => {
  expect(formFor([onPage], { target: inDialog, onTop: dialog })).toBeUndefined();
  expect(formFor([onPage], { target: page, onTop: dialog })).toBeUndefined();
  expect(formFor([onPage, inDialog], { target: page, onTop: dialog })).toBe(inDialog);
});

it('is none where two are open beside each other: the focus must say which', () => {
  expect(formFor([onPage, element(null)], { target: page, onTop: null })).toBeUndefined();
});
