import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { Problem } from '../http/problem.js';

export type CommandOutcome = 'recorded' | 'repeated' | 'nothing' | 'refused' | 'failed';

/** Everything `/metrics` tells. Other modules put their own gauges into `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  readonly http = new Histogram({
    name: 'soquy_http_request_seconds',
    help: 'Time until an answer was sent, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  readonly commands = new Counter({
    name: 'soquy_commands_total',
    help: 'Commands by name and outcome',
    labelNames: ['command', 'outcome'],
    registers: [this.registry],
  });

  readonly conflicts = new Counter({
    name: 'soquy_command_conflicts_total',
    help: 'Races lost by a command, each followed by another attempt or by LostRace',
    labelNames: ['command'],
    registers: [this.registry],
  });

  readonly settled = new Counter({
    name: 'soquy_reservations_settled_total',
    help: 'Reservations whose object never came, released by the settler',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  told<T>(command: string, outcome: CommandOutcome, answer: T): T {
    this.commands.inc({ command, outcome });
    return answer;
  }

  /** Counts what ended without an answer: a rule's or a check's "no", or a fault. */
  async counting<T>(command: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const outcome = error instanceof Problem && error.status < 500 ? 'refused' : 'failed';
      this.commands.inc({ command, outcome });
      throw error;
    }
  }
}
