import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Metric } from '@soquy/kernel';
import { rolesOf } from './commands/allowed-to.js';
import { CommandContext } from './commands/command-context.js';
import { CommandGateway } from './commands/command-gateway.js';
import { pathOf } from './commands/recording.js';
import type { Receipt, RecordingCommand } from './commands/recording-command.js';
import type { Feature, FeatureParts } from './feature.js';
import { recordingRoutes } from './http/recording-routes.js';

/** A slice as apps take it: a Nest module that also carries its tables. */
export type SliceModule = DynamicModule & { readonly feature: Feature };

/** Turns a slice's tables into a Nest module: a bus handler and a route per command, written once for all slices. */
@Module({})
export class FeatureModule {
  static for<
    State,
    Catalogue,
    Commands,
    Refusals,
    const Figures extends Record<string, Metric>,
    Borrowed extends string = never,
    Status extends string = string,
  >(parts: FeatureParts<State, Catalogue, Commands, Refusals, Figures, Borrowed, Status>): SliceModule {
    const feature = parts as unknown as Feature;
    const handlers = Object.entries(feature.commands).map(([name, command]) => handlerOf(feature, name, command));
    const { [named(feature.decider.category)]: module } = { [named(feature.decider.category)]: class extends FeatureModule {} };
    return { module: module!, controllers: [recordingRoutes(feature)], providers: handlers, feature };
  }
}

function handlerOf(feature: Feature, name: string, command: Type<RecordingCommand>): Type<ICommandHandler> {
  if (!pathOf(command) || !rolesOf(command)) throw new Error(`assertion: ${name} needs @Recording and @AllowedTo`);

  @CommandHandler(command)
  class Handler implements ICommandHandler<RecordingCommand, Receipt> {
    constructor(private readonly gateway: CommandGateway) {}

    execute(wish: RecordingCommand): Promise<Receipt> {
      return this.gateway.record(feature, name, wish, CommandContext.on(wish));
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${name}Handler` });
  return Handler;
}

const named = (category: string) => `${category[0]!.toUpperCase()}${category.slice(1)}Module`;
