import { parseArgs } from 'node:util';
import { describeRefusal } from '#contract/refusals';
import { invite } from '#modules/accounts';
import { actingFor } from './acting.ts';
import type { Command } from './command.ts';

/**
 * `create-admin --org NAME --login NAME [--name NAME]`: a new administrator of an organisation, for when
 * nobody can sign in any more. Prints a one-time code; nobody at the console chooses a password.
 */
export const createAdmin: Command = async ({ args, print }, { db }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { org: { type: 'string' }, login: { type: 'string' }, name: { type: 'string' } },
  });
  const { org, login } = values;
  if (org === undefined || login === undefined) {
    throw new Error('用法：create-admin --org 党组织名称 --login 登录名 [--name 姓名]');
  }
  const actor = await actingFor(db, org);
  const made = await db.write(
    actor,
    { commandId: null, action: 'accounts.create_admin' },
    (write) =>
      invite(
        write,
        {
          loginName: login,
          displayName: values.name ?? login,
          grant: { kind: 'administrator', orgId: actor.orgId },
        },
        db.clock.random,
      ),
  );
  if (!made.ok) throw new Error(describeRefusal(made.refusal));
  print(`已建立管理员账号“${login}”。`);
  print(`一次性代码：${made.value.code}（${made.value.validUntil}前有效）`);
  print('请本人在登录页点“忘记密码，或收到了一次性代码”，输入代码并设置密码。');
  return 0;
};
