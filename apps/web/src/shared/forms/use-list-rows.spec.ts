import { createElement, type ClipboardEvent, type KeyboardEvent } from 'react';
import { renderToString } from 'react-dom/server';
import type { FieldSchema } from '../api/catalogue.js';
import { FormProvider, type FormContext } from './form-context.js';
import type { Typed } from './typed.js';
import { useListRows } from './use-list-rows.js';

/** As much of an input as the list looks at. */
class Input {
  readonly dataset: { readonly pointer: string };
  constructor(
    pointer: string,
    private readonly isOpen = false,
  ) {
    this.dataset = { pointer };
  }
  getAttribute(name: string) {
    return name === 'aria-expanded' && this.isOpen ? 'true' : null;
  }
}
const browser = globalThis as { HTMLElement?: unknown; HTMLInputElement?: unknown };
beforeAll(() => Object.assign(browser, { HTMLElement: Input, HTMLInputElement: Input }));
afterAll(() => {
  delete browser.HTMLElement;
  delete browser.HTMLInputElement;
});

const codes: FieldSchema = { type: 'array', maxItems: 3, items: { type: 'string' } };
const typed = jest.fn();
const preventDefault = jest.fn();
beforeEach(() => jest.clearAllMocks());

function listOf(items: readonly Typed[]) {
  let list: ReturnType<typeof useListRows> | undefined;
  const List = () => ((list = useListRows('/codes', codes, items)), null);
  const form = { type: typed } as unknown as FormContext;
  renderToString(createElement(FormProvider, { value: form }, createElement(List)));
  return list!;
}

const pasting = (text: string, more: object = {}) =>
  ({
    target: new Input('/codes/0'),
    clipboardData: { getData: () => text },
    preventDefault,
    ...more,
  }) as unknown as ClipboardEvent;

const pressing = (more: object = {}) =>
  ({
    key: 'Enter',
    target: new Input('/codes/1'),
    nativeEvent: { isComposing: false },
    preventDefault,
    ...more,
  }) as unknown as KeyboardEvent;

describe('rows pasted into a list', () => {
  it('are typed into it', () => {
    listOf(['']).onPaste(pasting('01\n02'));
    expect(typed).toHaveBeenCalledWith('/codes', ['01', '02']);
    expect(preventDefault).toHaveBeenCalled();
  });

  it('are none of its own where a list within it has taken them', () => {
    listOf(['']).onPaste(pasting('01\n02', { defaultPrevented: true }));
    expect(typed).not.toHaveBeenCalled();
  });

  it('are not taken in part where it has no room for all of them', () => {
    listOf(['']).onPaste(pasting('01\n02\n03\n04'));
    expect(preventDefault).toHaveBeenCalled();
    expect(typed).not.toHaveBeenCalled();
  });
});

describe('Enter in a list', () => {
  it('begins a row behind the last one', () => {
    listOf(['01', '02']).onKeyDown(pressing());
    expect(typed).toHaveBeenCalledWith('/codes', ['01', '02', '']);
  });

  it.each([
    ['while options are open', { target: new Input('/codes/1', true) }],
    ['while a letter is put together', { nativeEvent: { isComposing: true } }],
    ['while it is held down', { repeat: true }],
    ['with another key held', { ctrlKey: true }],
    ['that something within took', { defaultPrevented: true }],
  ])('begins none %s', (_, more) => {
    listOf(['01', '02']).onKeyDown(pressing(more));
    expect(typed).not.toHaveBeenCalled();
    expect(preventDefault).not.toHaveBeenCalled();
  });

  it('begins none beyond what the list may hold, nor does the button', () => {
    const full = listOf(['01', '02', '03']);
    full.onKeyDown(pressing({ target: new Input('/codes/2') }));
    full.add();
    expect(typed).not.toHaveBeenCalled();
  });
});
