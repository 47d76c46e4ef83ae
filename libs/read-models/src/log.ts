/** Where the read side tells what operators should know; pino's logger fits. */
export interface ReadModelsLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const SILENT: ReadModelsLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
