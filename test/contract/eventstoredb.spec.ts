import { eventStoreContract } from './event-store.contract.js';
import { CAN_FAIL, eventStoreDbAdapter } from './eventstoredb-adapter.js';

eventStoreContract(eventStoreDbAdapter, { network: CAN_FAIL });
