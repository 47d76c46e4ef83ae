import { markup, type Markup } from './markup.js';
import { here, link, word, type View } from './view.js';

/** The frame of every page. No script, no inline style: the strict content security policy holds. */
export function layout(view: View, title: string, content: Markup): Markup {
  return markup`<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${word(view, 'product')}</title>
<link rel="stylesheet" href="/assets/soquy.css">
</head>
<body>
<a class="skip" href="#main">${word(view, 'skip')}</a>
<header class="top">
<a class="brand" href="${link(view, '/')}">${word(view, 'product')}</a>
<nav>
${languageLink(view, 'vi', 'Tiếng Việt')}
${languageLink(view, 'en', 'English')}
<a href="/api/docs">${word(view, 'api')}</a>
${signing(view)}
</nav>
</header>
<main id="main">
${content}
</main>
</body>
</html>`;
}

const languageLink = (view: View, language: 'vi' | 'en', name: string): Markup =>
  view.language === language
    ? markup`<span lang="${language}" aria-current="true">${name}</span>`
    : markup`<a lang="${language}" hreflang="${language}" href="${here(view, { lang: language })}">${name}</a>`;

const signing = (view: View): Markup =>
  view.person === undefined
    ? markup`<a href="${link(view, '/sign-in')}">${word(view, 'signIn')}</a>`
    : markup`<form method="post" action="/sign-out"><button class="plain">${word(view, 'signOut')}</button></form>`;

/** A table wider than the screen scrolls within its own frame, by keyboard too. A quiet caption repeats a heading that is seen. */
export function table(
  name: string,
  caption: string,
  head: readonly Markup[],
  rows: readonly Markup[],
  foot?: Markup,
  quiet = false,
): Markup {
  return markup`<div class="scroll" role="region" tabindex="0" aria-labelledby="${name}">
<table>
<caption id="${name}"${quiet && markup` class="quiet"`}>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody>
${foot && markup`<tfoot>${foot}</tfoot>`}
</table>
</div>`;
}

export const column = (text: string, number = false): Markup =>
  markup`<th scope="col"${number && markup` class="number"`}>${text}</th>`;
