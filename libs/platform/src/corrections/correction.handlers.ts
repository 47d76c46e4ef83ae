import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandContext } from '../commands/command-context.js';
import type { Receipt } from '../commands/recording-command.js';
import { ApproveCorrection, RejectCorrection, RequestCorrection } from './correction.commands.js';
import { CorrectionGateway } from './correction-gateway.js';

@CommandHandler(RequestCorrection)
export class RequestCorrectionHandler implements ICommandHandler<RequestCorrection, Receipt> {
  constructor(private readonly gateway: CorrectionGateway) {}

  execute(command: RequestCorrection): Promise<Receipt> {
    return this.gateway.request(command, CommandContext.on(command));
  }
}

@CommandHandler(ApproveCorrection)
export class ApproveCorrectionHandler implements ICommandHandler<ApproveCorrection, Receipt> {
  constructor(private readonly gateway: CorrectionGateway) {}

  execute(command: ApproveCorrection): Promise<Receipt> {
    return this.gateway.approve(command, CommandContext.on(command));
  }
}

@CommandHandler(RejectCorrection)
export class RejectCorrectionHandler implements ICommandHandler<RejectCorrection, Receipt> {
  constructor(private readonly gateway: CorrectionGateway) {}

  execute(command: RejectCorrection): Promise<Receipt> {
    return this.gateway.reject(command, CommandContext.on(command));
  }
}
