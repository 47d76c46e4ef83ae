import { eventStoreContract } from './event-store.contract.js';
import { eventStoreDbAdapter } from './eventstoredb-adapter.js';

eventStoreContract(eventStoreDbAdapter, { network: true });
