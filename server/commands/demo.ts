import { today } from '#kernel/clock';
import { whileEmpty } from '#modules/accounts';
import { loadDemo } from '../demo/load.ts';
import { freshStatistics } from '../lifecycle/index.ts';
import { sealAudit } from '../jobs.ts';
import { say } from '../runtime.ts';
import type { Command } from './command.ts';

/** `demo`: loads the demonstration county into an empty installation and prints its accounts. */
export const demo: Command = async (line, { instance, db, files, secrets, clock }) => {
  const begun = clock.now();
  say('正在载入演示县（虚构的人和事），约需一分钟…');
  const loaded = await whileEmpty(db, () =>
    loadDemo({
      appUrl: instance.appUrl,
      secrets,
      files,
      today: today(clock),
      random: clock.random,
      tell: say,
      count: () => freshStatistics(instance.ownerUrl),
    }),
  );
  if (loaded === null) {
    throw new Error(
      '这个数据目录里已经建立了单位。演示县请装在另一个数据目录：设置 ZHIBU_DATA 后再运行。',
    );
  }
  await freshStatistics(instance.ownerUrl);
  await sealAudit(db);
  say(`完成，用时${Math.round((clock.now() - begun) / 1000)}秒。`);
  line.print(`演示县：${loaded.organisations}个党组织，${loaded.people}名党员`);
  for (const account of loaded.accounts) {
    line.print(`${account.loginName.padEnd(10)} ${account.password}   ${account.who}`);
  }
  return 0;
};
