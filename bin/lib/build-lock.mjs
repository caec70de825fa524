import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { root, say } from './say.mjs';

/**
 * One at a time on this machine and folder. The lock is a socket name without a file (Linux), which the
 * kernel frees when its owner ends, whatever ends it.
 */
export async function withBuildLock(name, work) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const address = `${process.platform === 'win32' ? '\\\\.\\pipe\\' : '\0'}zhibu-${name}-${key}`;
  let lock = await take(address);
  if (lock === null) say('另一个启动正在做同样的准备，等它做完……');
  for (; lock === null; lock = await take(address)) await sleep(300);
  try {
    return await work();
  } finally {
    lock.close();
  }
}

function take(address) {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(address, () => resolve(server));
  });
}
