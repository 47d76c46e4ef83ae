import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Up to where a reactor has dealt with the log. A reactor is never rebuilt, so this is state and not derived. */
export abstract class ReactorCheckpoints {
  abstract find(reactor: string): Promise<string | undefined>;
  /** Never moves back, whichever of two processes is further. */
  abstract save(reactor: string, position: string): Promise<void>;
}

@Injectable()
export class PostgresCheckpoints extends ReactorCheckpoints {
  constructor(private readonly database: DataSource) {
    super();
  }

  async find(reactor: string): Promise<string | undefined> {
    const sql = 'select position from app.reactor_checkpoint where reactor = $1';
    return (await this.database.query<{ position: string }[]>(sql, [reactor]))[0]?.position;
  }

  async save(reactor: string, position: string): Promise<void> {
    await this.database.query(
      `insert into app.reactor_checkpoint as old (reactor, position) values ($1, $2)
       on conflict (reactor) do update set position = excluded.position where old.position < excluded.position`,
      [reactor, position],
    );
  }
}
