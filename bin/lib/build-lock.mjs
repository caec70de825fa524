import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from './say.mjs';

/** One at a time on this machine and folder; a lock whose owner has died is taken over. */
export async function withBuildLock(name, work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `zhibu-${name}-${key}.lock`);
  for (let told = false; ; await sleep(300)) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!ownerLives(folder)) rmSync(folder, { recursive: true, force: true });
    else if (!told) {
      say('另一个启动正在做同样的准备，等它做完……');
      told = true;
    }
  }
  try {
    writeFileSync(join(folder, 'owner'), `${process.pid} ${startOf(process.pid)}`);
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process number may be used again; number and start time together are not. */
function ownerLives(folder) {
  try {
    const [pid, started] = readFileSync(join(folder, 'owner'), 'utf8').split(' ');
    return startOf(pid) === started;
  } catch {
    // Made a moment ago and not yet signed: look again before taking it over.
    return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5_000;
  }
}

function startOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    return fields[19];
  } catch {
    return 'gone';
  }
}
