import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { pack } from './pack.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'zhibu-pack-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

// Own network with nothing but loopback; root in it, so that loopback can be raised.
const alone = process.getuid?.() === 0 ? ['--net'] : ['--net', '--user', '--map-root-user'];
const canBeAlone = spawnSync('unshare', [...alone, 'ip', 'link', 'set', 'lo', 'up']).status === 0;

const SCRIPT = `
ip link set lo up
./start.sh >start.log 2>&1 & pid=$!
for try in $(seq 90); do
  answer=$($NODE -e "fetch('http://127.0.0.1:8431/api/health').then((r) => r.text()).then(console.log, () => process.exit(1))") && break
  kill -0 $pid || break
  sleep 1
done
page=$($NODE -e "fetch('http://127.0.0.1:8431/').then((r) => console.log(r.status))")
kill -TERM $pid; wait $pid; ended=$?
echo "health $answer"; echo "page $page"; echo "ended $ended"; cat start.log
`;

describe('pack', () => {
  it('refuses a name that is no archive', async () => {
    await expect(pack(join(folder, 'zhibu.zip'))).rejects.toThrow('应以 .tar.gz 结尾');
  });

  it.runIf(canBeAlone && existsSync(join(root, 'web/dist/index.html')))(
    'gives a folder that starts without any network',
    async () => {
      const packed = await pack(join(folder, 'zhibu.tar.gz'));
      expect(packed.size).toBeLessThan(200_000_000);
      expect((await readdir(folder)).sort()).toEqual(['zhibu.tar.gz']);
      execFileSync('tar', ['-xzf', packed.file, '-C', folder]);
      const home = join(folder, packed.folder);
      expect(existsSync(join(home, 'node_modules/vitest'))).toBe(false);
      const node = join(home, `node_modules/node-linux-${process.arch}/bin/node`);
      const { stdout } = spawnSync('unshare', [...alone, 'sh', '-c', SCRIPT], {
        cwd: home,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], NODE: node, ZHIBU_PORT: '8431' },
      });
      expect(stdout).toContain('health {"status":"ok"');
      expect(stdout).toContain('page 200');
      expect(stdout).toContain('ended 0');
    },
    180_000,
  );
});
