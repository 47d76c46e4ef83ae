import { Module } from '@nestjs/common';
import { recordingRoutes } from '../http/recording-routes.js';
import { ReservationRelease } from '../reactors/reservation-release.js';
import { CorrectionController } from './correction.controller.js';
import { CorrectionFinder } from './correction-finder.js';
import { CorrectionGateway } from './correction-gateway.js';
import { corrections } from './correction-group.js';
import { ApproveCorrectionHandler, RejectCorrectionHandler, RequestCorrectionHandler } from './correction.handlers.js';
import { Replacing } from './replacing.js';
import { Retaking } from './retaking.js';

@Module({
  controllers: [recordingRoutes(corrections), CorrectionController],
  providers: [
    CorrectionFinder,
    ReservationRelease,
    Retaking,
    Replacing,
    CorrectionGateway,
    RequestCorrectionHandler,
    ApproveCorrectionHandler,
    RejectCorrectionHandler,
  ],
})
export class CorrectionsModule {}
