import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../settings/settings.js';

const SECRETS = ['password', 'authorization', 'cookie'];
const OPTIONS = { base: null, redact: SECRETS.flatMap((name) => [name, `*.${name}`]) };

let destination: DestinationStream | undefined;

/** Where this process's logs go from now on, instead of standard output; to be called before any is made. */
export function logTo(other: DestinationStream): void {
  destination = other;
}

/** One JSON line a message. What could be a secret is blotted out wherever it turns up. */
export const newLog = (level: LogLevel): Logger =>
  destination ? pino({ level, ...OPTIONS }, destination) : pino({ level, ...OPTIONS });

/** Nest's own log lines through the same logger. Nest passes the context last. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pinoLog: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);

  private write(
    level: 'info' | 'warn' | 'error' | 'fatal' | 'debug' | 'trace',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const [context, ...details] = [...rest].reverse();
    const error = message instanceof Error ? { err: message } : {};
    const more = details.length > 0 ? { details: details.reverse() } : {};
    this.pinoLog[level](
      { ...(typeof context === 'string' ? { context } : { details: context }), ...more, ...error },
      String(message),
    );
  }
}
