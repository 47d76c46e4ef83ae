import type { FastifyRequest } from 'fastify';
import type { Words } from '@soquy/kernel';

/** The language a caller asked for by `Accept-Language`; Vietnamese unless English is preferred. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): keyof Words {
  const weights = { vi: 0, en: 0 };
  for (const range of (headers['accept-language'] ?? '').split(',').slice(0, 20)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    const weight = Number(/^\s*q=([\d.]+)/.exec(parameters[0] ?? '')?.[1] ?? 1);
    if (language === 'vi' || language === 'en') weights[language] = Math.max(weights[language], weight || 0);
  }
  return weights.en > weights.vi ? 'en' : 'vi';
}
