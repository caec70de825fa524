import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A packed folder carries everything; nothing is installed or built in it. */
export const packed = existsSync(join(root, '.packed'));

/** Progress goes to standard error: standard output belongs to the commands (`--json`). */
export const say = (line) => process.stderr.write(`[支部] ${line}\n`);
