import { resolve } from 'node:path';
import { putBack } from '../backup/put-back.ts';
import type { Command } from './command.ts';

/** `restore DIR`, into an empty installation only. */
export const restore: Command = async (line, { instance }) => {
  const [folder] = line.args;
  if (folder === undefined) throw new Error('请写明从哪个文件夹恢复：zhibu restore 文件夹');
  const manifest = await putBack(
    instance,
    resolve(folder),
    process.env.ZHIBU_BACKUP_PASSPHRASE?.trim() || null,
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  line.print(
    `已恢复 ${manifest.takenAt} 的备份：${manifest.tables.length}张表，${rows}行，${manifest.files.length}个文件`,
  );
  return 0;
};
