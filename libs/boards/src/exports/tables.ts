import { Injectable } from '@nestjs/common';
import { Clock } from '@soquy/platform';
import type { ReadSession } from '@soquy/read-models';
import { People } from '../people.js';
import { Catalogue } from '../figures/catalogue.js';
import { cellWords } from '../formats/cell-words.js';
import type { Reader } from '../figures/reader.js';
import { changesTable } from './changes-table.js';
import { eventsTable } from './events-table.js';
import { evidenceTable } from './evidence-table.js';
import { figureTable } from './figure-table.js';
import { listTable } from './list-table.js';
import type { FileQuestion, Table } from './table.js';

/** Opens the rows of a question. Throws what its JSON answer would throw. */
@Injectable()
export class Tables {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly people: People,
  ) {}

  async open(session: ReadSession, question: FileQuestion, reader: Reader): Promise<Table> {
    const { catalogue, clock, people } = this;
    switch (question.kind) {
      case 'list':
        return listTable(session, this.catalogue, this.clock, question, reader);
      case 'figure':
        return figureTable(session, this.catalogue, this.clock, question, reader);
      case 'events':
        return { ...(await eventsTable(session, { catalogue, clock, people }, question, reader)), cells: cellWords(catalogue) };
      case 'evidence':
        return { ...(await evidenceTable(session, this.catalogue, question, reader)), cells: cellWords(catalogue) };
      case 'changes':
        return { ...(await changesTable(session, this.catalogue, question, reader)), cells: cellWords(catalogue) };
    }
  }
}
