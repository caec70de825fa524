import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './say.mjs';

/** A Node that runs TypeScript as it is: this one, or the one that npm has brought. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const brought = join(
    root,
    'node_modules',
    `node-${process.platform}-${process.arch}`,
    'bin',
    'node',
  );
  if (existsSync(brought)) return brought;
  throw new Error(
    `本机（${process.platform}-${process.arch}）没有随附 Node 24，请自行安装 Node 24 后再启动（现在是 ${process.version}）。`,
  );
}
