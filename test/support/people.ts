import {
  AccountService,
  createDemoAccounts,
  DEMO_ACCOUNTS,
  demoPersonId,
  ensureAppSchema,
  platformEntities,
  SystemClock,
} from '@soquy/platform';
import { DataSource } from 'typeorm';

/** The password of people in a product that runs without a demo. */
export const OWN_PASSWORD = 'một mật khẩu riêng';

/** Accounts of people, with the names and ids of the demo's, in a product that is started without its scenarios. */
export async function makePeople(url: string): Promise<void> {
  const dataSource = await new DataSource({ type: 'postgres', url, entities: [...platformEntities] }).initialize();
  const accounts = new AccountService(dataSource, new SystemClock());
  for (const account of DEMO_ACCOUNTS)
    await accounts.createAccount({ ...account, id: demoPersonId(account.username), password: OWN_PASSWORD });
  await dataSource.query('update app.account set owned_since = created_at');
  await dataSource.destroy();
}

/** What a start with the demo leaves in a database, but for its facts, which take a while. */
export async function leaveDemo(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, entities: [...platformEntities] }).initialize();
  await ensureAppSchema(source);
  await createDemoAccounts(new AccountService(source, new SystemClock()), { production: false });
  await source.query('insert into app.demo_progress values (1, 560, true)');
  await source.destroy();
}
