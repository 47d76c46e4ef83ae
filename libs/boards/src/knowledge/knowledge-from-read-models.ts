import { Injectable } from '@nestjs/common';
import { toVnd, type StockQuestion } from '@soquy/kernel';
import { Knowledge, Problem } from '@soquy/platform';
import { ReadModels, type ReadSession } from '@soquy/read-models';
import { Where } from '../figures/entries.js';

/** The command side's questions, answered from the read tables; never from an older state of the log than was asked for. */
@Injectable()
export class KnowledgeFromReadModels extends Knowledge {
  constructor(private readonly readModels: ReadModels) {
    super();
  }

  async stocks(
    questions: Readonly<Record<string, StockQuestion>>,
    { on, notBefore }: { readonly on: string; readonly notBefore: string | undefined },
  ): Promise<Readonly<Record<string, number>>> {
    return this.ask(notBefore, async (session) => {
      const answers: Record<string, number> = {};
      for (const [name, question] of Object.entries(questions)) answers[name] = await stock(session, question, on);
      return answers;
    });
  }

  async streamOfEvent(eventId: string, notBefore: string | undefined): Promise<string | undefined> {
    return this.ask(notBefore, (session) => streamWhere(session, 'event_id::text = $2', eventId));
  }

  async streamOfCorrection(correctionId: string, notBefore: string | undefined): Promise<string | undefined> {
    return this.ask(notBefore, (session) => streamWhere(session, 'correction_id = $2', correctionId));
  }

  /** Looked at once more within the transaction: a slice that stands still or is being built anew must not answer either. */
  private async ask<T>(notBefore: string | undefined, work: (session: ReadSession) => Promise<T>): Promise<T> {
    if (notBefore !== undefined && !(await this.readModels.waitFor(notBefore))) throw Problem.unavailable();
    return this.readModels.read(async (session) => {
      if (notBefore !== undefined && (await isBehind(session, notBefore))) throw Problem.unavailable();
      return work(session);
    });
  }
}

async function isBehind(session: ReadSession, position: string): Promise<boolean> {
  const rows: unknown[] = await session.manager.query(
    'select 1 from rm.projection where build = any($1) and (position is null or position < $2) limit 1',
    [session.builds, position],
  );
  return rows.length > 0;
}

async function stock(
  session: ReadSession,
  { metrics, minus = [], fundId, budgetLineId, organisationIds, ever, lowest }: StockQuestion,
  on: string,
): Promise<number> {
  const where = new Where().and('build = any(?)', session.builds).and('metric = any(?)', [...metrics, ...minus]);
  if (!ever && !lowest) where.and('effective_on <= ?', on);
  if (fundId !== undefined) where.and('fund_id = ?', fundId);
  if (budgetLineId !== undefined) where.and('budget_line_id = ?', budgetLineId);
  if (organisationIds !== undefined) where.and('organisation_id = any(?)', organisationIds);
  const change = `coalesce(sum(case when metric = any(${where.parameter(minus)}) then -value else value end), 0)`;
  const query = lowest ? lowestFrom(where, change, on) : `select ${change} as total from rm.entries where ${where}`;
  const rows: { total: string }[] = await session.manager.query(query, where.parameters);
  return toVnd(BigInt(rows[0]!.total));
}

/** What the day ends with is there also when nothing happened on it; `least` passes over the later days that are not. */
const lowestFrom = (where: Where, change: string, on: string): string => {
  const day = where.parameter(on);
  return `
    with ends as (
      select effective_on, sum(${change}) over (order by effective_on) as held
      from rm.entries where ${where} group by effective_on
    )
    select least(
      coalesce((select held from ends where effective_on <= ${day} order by effective_on desc limit 1), 0),
      (select min(held) from ends where effective_on > ${day})
    ) as total`;
};

async function streamWhere(session: ReadSession, condition: string, id: string): Promise<string | undefined> {
  const rows: { stream: string }[] = await session.manager.query(
    `select stream from rm.facts where build = any($1) and ${condition} limit 1`,
    [session.builds, id],
  );
  return rows[0]?.stream;
}
