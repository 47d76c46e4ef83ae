import { eventStoreContract } from './event-store.contract.js';
import { postgresAdapter } from './postgres-adapter.js';

eventStoreContract(postgresAdapter, { network: true });
