import type { Words } from '@soquy/kernel';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapedHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** A plain document page: a heading and titled paragraphs, all escaped; no style and no script, so any policy takes it. */
export function page(
  language: keyof Words,
  heading: string,
  sections: readonly (readonly [title: string, text: string])[],
): string {
  const body = sections.map(([title, text]) => `<h2>${escapedHtml(title)}</h2>\n<p>${escapedHtml(text)}</p>`).join('\n');
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapedHtml(heading)}</title>`;
  return `<!doctype html>\n<html lang="${language}"><head>${head}</head>\n<body><h1>${escapedHtml(heading)}</h1>\n${body}\n</body></html>\n`;
}
