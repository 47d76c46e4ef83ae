import type { Page } from 'playwright-core';
import { axeComplaints } from './axe.js';

interface Shape {
  readonly headings: readonly string[];
  readonly wider: number;
  readonly stickOut: readonly string[];
  readonly language: string;
  /** Words of programmers where a reader expects a value. */
  readonly raw: readonly string[];
}

function shape(): Shape {
  const { scrollWidth, clientWidth, lang } = document.documentElement;
  const isWider = scrollWidth > clientWidth;
  return {
    headings: [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).map(({ textContent }) => textContent),
    wider: scrollWidth - clientWidth,
    stickOut: [...document.querySelectorAll('body *')]
      .filter((each) => isWider && each.getBoundingClientRect().right > clientWidth + 1)
      .map(({ tagName, classList }) => `${tagName.toLowerCase()}.${classList[0] ?? ''}`)
      .slice(0, 5),
    language: lang,
    raw: document.body.innerText.match(/\bundefined\b|\bNaN\b|\[object \w+\]/g) ?? [],
  };
}

/** What every page owes, whatever it shows: accessible, one heading, no sideways scrolling. A line for each breach. */
export async function complaints(page: Page, language: string): Promise<readonly string[]> {
  const { headings, wider, stickOut, language: said, raw } = await page.evaluate(shape);
  const title = await page.title();
  return [
    ...(headings.length === 1 ? [] : [`${headings.length} headings of the first level: ${headings.join(', ')}`]),
    ...(title.endsWith('Sổ Quỹ') && title !== 'Sổ Quỹ' ? [] : [`the document is called "${title}"`]),
    ...(wider > 0 ? [`scrolls sideways by ${wider} px: ${stickOut.join(' ')}`] : []),
    ...(said === language ? [] : [`says it is in ${said}`]),
    ...(raw.length === 0 ? [] : [`shows ${raw.join(', ')}`]),
    ...(await axeComplaints(page)),
  ];
}
