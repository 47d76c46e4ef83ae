import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { FeatureRegistry } from '../feature-registry.js';
import { AccessGuard } from './access.guard.js';
import { ApiDocument } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { RecordingGate } from './recording-gate.js';
import { RequestGuard } from './request.guard.js';
import { validationPipe } from './validation.js';

/** What every request passes: first who may, then what is asked, then whether it is well formed. */
export const httpProviders = [
  RecordingGate,
  ApiDocument,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_GUARD, useClass: RequestGuard },
  { provide: APP_PIPE, useFactory: validationPipe, inject: [FeatureRegistry] },
  { provide: APP_FILTER, useClass: ProblemFilter },
];
