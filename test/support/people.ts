import { AccountService, DEMO_ACCOUNTS, demoPersonId, platformEntities, SystemClock } from '@soquy/platform';
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
