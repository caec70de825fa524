import { newId } from '#kernel/clock';
import { ok } from '#kernel/result';
import { realClock } from '#platform/clock';
import { hashToken } from '#platform/crypto';
import { Database } from '#platform/db';
import { invite, setFirstPassword, systemActor, type Founded } from '#modules/accounts';
import { permissionsOf } from '../modules.ts';
import { freshPassword, type Lived } from './build.ts';
import type { DeskParts } from './desk.ts';

export interface DemoAccount {
  readonly who: string;
  readonly loginName: string;
  readonly password: string;
}

/** Accounts to look around with: level above, secretaries of several kinds of branch, an ordinary member. */
export async function makeAccounts(
  parts: DeskParts,
  founded: Founded,
  branches: readonly Lived[],
  random: (length: number) => Uint8Array,
): Promise<DemoAccount[]> {
  const clock = realClock();
  const db = new Database({ url: parts.appUrl, clock, secrets: parts.secrets, poolSize: 1 });
  const officer = {
    ...systemActor(founded),
    post: 'officer' as const,
    actingAs: '演示数据',
    permissions: permissionsOf('officer'),
  };
  const made: DemoAccount[] = [];
  const add = async (
    who: string,
    loginName: string,
    about: { readonly personId?: Lived['people'][number]['personId']; readonly officer?: boolean },
  ): Promise<void> => {
    const password = await freshPassword(random);
    const done = await db.write(
      officer,
      { commandId: newId(clock), action: 'accounts.invite', sealed: true },
      async (write) => {
        const invited = await invite(
          write,
          {
            loginName,
            displayName: who,
            ...(about.personId === undefined ? {} : { personId: about.personId }),
            ...(about.officer === true
              ? { grant: { kind: 'officer' as const, orgId: founded.orgId } }
              : {}),
          },
          random,
        );
        return invited.ok ? ok(invited.value) : invited;
      },
    );
    if (!done.ok) throw new Error(`no account ${loginName}: ${done.refusal.code}`);
    await setFirstPassword(db, hashToken(done.value.code.replaceAll('-', '')), password.hash);
    made.push({ who, loginName, password: password.plain });
  };
  try {
    await add('县委组织部党务干部', 'xian', { officer: true });
    const [office] = branches;
    const pickBranch = (short: string) => branches.find((one) => one.planned.short.includes(short));
    const heads: readonly (readonly [string, string, Lived | undefined])[] = [
      ['县发展和改革局党支部书记', 'fagai', office],
      ['村党支部书记', 'cun', pickBranch('上坪村')],
      ['社区党支部书记', 'shequ', pickBranch('城东社区')],
      ['学校党支部书记（超大支部）', 'xuexiao', pickBranch('第一中学')],
      ['离退休党支部书记', 'laogan', pickBranch('老干部局')],
    ];
    for (const [who, loginName, branch] of heads) {
      if (branch?.secretary !== null && branch?.secretary !== undefined) {
        await add(who, loginName, { personId: branch.secretary });
      }
    }
    const member = office?.people.find((one) => !office.committee.includes(one.personId));
    if (member !== undefined) await add('普通党员', 'dangyuan', { personId: member.personId });
    return made;
  } finally {
    await db.close();
  }
}
