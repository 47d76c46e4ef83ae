import { Claims } from './claims.js';
import { CommandGateway } from './command-gateway.js';
import { InTurn } from './in-turn.js';
import { Numbering } from './numbering.js';
import { ObjectLoader } from './object-loader.js';
import { Precondition } from './precondition.js';
import { Recorder } from './recorder.js';
import { ReferenceFinder } from './references.js';
import { Reservation } from './reservation.js';
import { Scope } from './scope.js';
import { Stocks } from './stocks.js';

/** The gateway and its steps. */
export const commandProviders = [
  ObjectLoader,
  Precondition,
  ReferenceFinder,
  Scope,
  Claims,
  InTurn,
  Stocks,
  Reservation,
  Numbering,
  CommandGateway,
  Recorder,
];
