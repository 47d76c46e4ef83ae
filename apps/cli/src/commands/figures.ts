import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, QueryBus } from '@nestjs/cqrs';
import { BoardsModule } from '@soquy/boards';
import { Clock, SystemClock } from '@soquy/platform';
import { crossFigures } from '@soquy/programmes';
import type { Called, Run } from '../command.js';
import { runFigures } from '../figures/run-figures.js';
import { features } from '@soquy/product';
import { openHouse, type House } from '../house.js';
import { level } from '../level.js';

/** Figures and their evidence, from the same queries as the API's. The database is opened when something is asked of it. */
export const run: Run = async (args, called) => {
  const { print, complain, env, language } = called;
  let opening: Promise<Questions> | undefined;
  try {
    return await runFigures(args, {
      print,
      complain,
      environment: { ...env, LC_ALL: language },
      execute: async (query) => (await (opening ??= openQuestions(called))).bus.execute(query),
    });
  } finally {
    const questions = await opening?.catch(() => undefined);
    await questions?.close();
  }
};

interface Questions {
  readonly bus: QueryBus;
  readonly close: () => Promise<void>;
}

async function openQuestions(called: Called): Promise<Questions> {
  const house = await openHouse(called);
  try {
    await level(house, called);
    const app = await NestFactory.createApplicationContext(QuestionsModule.over(house), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    const close = async () => {
      await app.close();
      await house.close();
    };
    return { bus: app.get(QueryBus), close };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** The boards without anything that records or serves. */
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
class QuestionsModule {
  static over({ readSide }: House): DynamicModule {
    const boards = BoardsModule.questions({ readModels: readSide.models, features, figures: crossFigures });
    return { module: QuestionsModule, global: true, imports: [CqrsModule.forRoot(), boards] };
  }
}
