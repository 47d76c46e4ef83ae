type Control = HTMLInputElement | HTMLSelectElement;

const CONTROLS = 'input:not([type=hidden], [type=submit], [type=range]), select, [data-chosen]';

/** What controls are set to, each by its own label; those that are left open say nothing. */
export function chosenIn(controls: Element): string {
  const told = [...controls.querySelectorAll<HTMLElement>(CONTROLS)].map((each) =>
    'chosen' in each.dataset ? (each.textContent ?? '').trim() : toldBy(each as Control),
  );
  return told.filter((text) => text !== '').join(' · ');
}

function toldBy(control: Control): string {
  const value = valueOf(control);
  return value === '' ? '' : [nameOf(control), value].filter((text) => text !== '').join(': ');
}

const labelOf = (control: Control) => control.labels?.[0]?.textContent?.trim() ?? '';

function nameOf(control: Control): string {
  if (control.type !== 'radio') return labelOf(control) || (control.getAttribute('aria-label') ?? '');
  return control.closest('[role=radiogroup]')?.getAttribute('aria-label') ?? '';
}

function valueOf(control: Control): string {
  if (control instanceof HTMLSelectElement) return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  if (control.type === 'radio' || control.type === 'checkbox') return control.checked ? labelOf(control) : '';
  return control.value.trim();
}
