import type { Next, Summary } from '@soquy/kernel';
import type { LegalDocumentCommands, LegalDocumentState } from './legal-document.decider.js';

/** How a legal document shows in lists: number and title; its issuer finds it too. */
export function legalDocumentSummary(state: LegalDocumentState): Summary & { status: LegalDocumentState['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { number, title, status, issuer } = state;
  return { title: `${number} – ${title}`, status, keywords: [number, issuer] };
}

/** What may follow each status. */
export const legalDocumentNext: Next<LegalDocumentState['status'], LegalDocumentCommands> = {
  none: { allows: ['RecordLegalDocument'] },
  recorded: { allows: ['RepealLegalDocument'] },
  repealed: {},
};
