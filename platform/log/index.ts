import { randomBytes } from 'node:crypto';
import pino from 'pino';

export interface Log {
  info(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  /** Writes an unexpected error and returns the number the user is shown. */
  incident(error: unknown): string;
}

/** Values never stand in the log: database errors may quote rows, so only their kind is kept. */
function kept(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code: unknown = Reflect.get(error, 'code');
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    name: error.name,
    code,
    constraint: Reflect.get(error, 'constraint'),
    table: Reflect.get(error, 'table'),
    message: isDatabase ? error.message.replace(/"[^"]*"|'[^']*'/g, '"…"') : error.message,
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
  };
}

/** Lines of JSON on standard error, so that standard output stays for people and `--json`. */
export function makeLog(level: 'info' | 'warn' | 'error' | 'silent' = 'info'): Log {
  const logger = pino({ level, base: null }, pino.destination(2));
  return {
    info: (message, facts) => logger.info(facts ?? {}, message),
    warn: (message, facts) => logger.warn(facts ?? {}, message),
    incident: (error) => {
      const incident = randomBytes(4).toString('hex').toUpperCase();
      logger.error({ incident, ...kept(error) }, 'incident');
      return incident;
    },
  };
}
