import { resolve } from 'node:path';
import { takeBackup } from '../backup/take.ts';
import { version } from '../runtime.ts';
import type { Command } from './command.ts';

const passphrase = (): string | null => process.env.ZHIBU_BACKUP_PASSPHRASE?.trim() || null;

/** `backup DIR`, also while the server runs. */
export const backup: Command = async (line, { instance, clock }) => {
  const [folder] = line.args;
  if (folder === undefined) throw new Error('请写明备份到哪个文件夹：zhibu backup 文件夹');
  const phrase = passphrase();
  const manifest = await takeBackup(instance, resolve(folder), {
    version: version(),
    takenAt: new Date(clock.now()).toISOString(),
    passphrase: phrase,
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.print(
    `已备份：${manifest.tables.length}张表，${rows}行，${manifest.files.length}个文件，到 ${resolve(folder)}`,
  );
  if (phrase === null) {
    line.print(
      '注意：没有设置 ZHIBU_BACKUP_PASSPHRASE，备份里不含密钥；请另外妥善保存数据目录里的 key 文件，否则恢复后身份证号和附件无法打开。',
    );
  }
  return 0;
};
