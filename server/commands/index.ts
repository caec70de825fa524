import { openRuntime, say } from '../runtime.ts';
import type { Command } from './command.ts';
import { annualReport } from './annual-report.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import { createAdmin } from './create-admin.ts';
import { demo } from './demo.ts';
import { importRoster } from './import-roster.ts';
import { restore } from './restore.ts';
import { dbRoles, makeCert, packHouse, type HouseCommand } from './house.ts';

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly help: string }>> = {
  demo: { run: demo, help: 'demo — 载入演示县（空的数据目录），打印各账号和新密码' },
  'import-roster': {
    run: importRoster,
    help: 'import-roster 文件 --org 党组织 [--as-of 日期] [--from 日期] [--dry-run] [--json] — 导入花名册',
  },
  'annual-report': {
    run: annualReport,
    help: 'annual-report --org 党组织 --year 年份 --out 文件.docx [--author 姓名] [--json] — 生成述职报告',
  },
  backup: { run: backup, help: 'backup 文件夹 — 备份（系统运行时也可以）' },
  restore: { run: restore, help: 'restore 文件夹 — 恢复到空的数据目录' },
  'create-admin': {
    run: createAdmin,
    help: 'create-admin --org 党组织 --login 登录名 [--name 姓名] — 新建管理员，打印一次性代码',
  },
  check: { run: check, help: 'check — 检查：数据库、日志封印、每名党员恰在一个花名册' },
};

/** Those that run without data folder and database. */
const HOUSE: Readonly<Record<string, { readonly run: HouseCommand; readonly help: string }>> = {
  'db-roles': { run: dbRoles, help: 'db-roles [数据库名] — 打印外部 PostgreSQL 建库建角色的语句' },
  'make-cert': { run: makeCert, help: 'make-cert [主机名或地址 …] — 生成 HTTPS 证书和安装说明' },
  pack: { run: packHouse, help: 'pack 输出.tar.gz — 打成一个不用网络就能运行的文件夹' },
};

/** `zhibu <name> …`, with the server stopped or running. */
export async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  const house = HOUSE[name];
  if (house !== undefined) return house.run({ args, print });
  const command = COMMANDS[name];
  if (command === undefined) {
    say(name === 'help' ? '可用命令：' : `没有“${name}”这个命令。可用命令：`);
    for (const { help } of Object.values({ ...COMMANDS, ...HOUSE })) say(`  ${help}`);
    return name === 'help' ? 0 : 2;
  }
  const runtime = await openRuntime('command');
  try {
    return await command.run({ args, print }, runtime);
  } finally {
    await runtime.close();
  }
}
