import { connectionStringOf } from './connection-string.js';

const settingsOf = (written: string) =>
  Object.fromEntries(
    connectionStringOf(written)
      .split('?')[1]!
      .split('&')
      .map((part) => part.split('=')),
  );

describe('connection strings of EventStoreDB', () => {
  test('the leader is always preferred, and what the operator leaves open is set', () => {
    expect(connectionStringOf('esdb://localhost:2113/?tls=false')).toMatch(/^esdb:\/\/localhost:2113\?/);
    expect(settingsOf('esdb://a:1,b:2,c:3?nodePreference=follower&throwOnAppendFailure=false&gossipTimeout=7')).toMatchObject({
      nodePreference: 'leader',
      throwOnAppendFailure: 'true',
      gossipTimeout: '7',
      keepAliveInterval: '10000',
      maxDiscoverAttempts: '3',
    });
  });

  test('newer names of the same thing are understood', () => {
    expect(connectionStringOf('kurrentdb+discover://cluster.example:2113')).toMatch(/^esdb\+discover:\/\/cluster.example:2113\?/);
    expect(settingsOf('esdb://u:p@h:1?TLS_CA_FILE=ca.pem&tlsVerifyCert=true')).toMatchObject({ tlsCAFile: 'ca.pem' });
  });

  test('no two clients have the same settings, so that none takes over the dead connection of another', () => {
    const three = ['esdb://h:1', 'esdb://h:1', 'esdb://h:1?keepAliveTimeout=-1'].map(connectionStringOf);
    expect(new Set(three).size).toBe(3);
  });

  test.each([
    ['postgres://u:secret@h/db', 'esdb://'],
    ['esdb://u:secret@h:1?retries=5', '"retries"'],
    ['esdb://u:secret@h:1?tlsVerifyCert=false', 'tlsCAFile'],
  ])('%j is refused without a word of the password', (written, hint) => {
    const refused = () => connectionStringOf(written);
    expect(refused).toThrow(expect.objectContaining({ kind: 'invalid', message: expect.stringContaining(hint) as string }));
    expect(refused).not.toThrow(/secret/);
  });
});
