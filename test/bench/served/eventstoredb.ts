import { EventStoreDbServer } from '../../eventstoredb/server.js';

/** The server of the tests, in memory: what is measured against it is the adapter and nothing else. */
export async function serve(): Promise<string> {
  return (await EventStoreDbServer.start({ systemEventEvery: undefined })).url;
}
