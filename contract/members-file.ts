import { write, z, zDay, zId, zLine, zWords } from './lib.ts';
import { personFields, zCategory, zChanges, zPersonId, zWayIn } from './members-words.ts';
import { zOrgId } from './organisations.ts';

const WRITE = { permission: 'members.write' } as const;
const zRowId = zId<'PersonState'>();

/** One member: the file, its changes, what the member asks for. */
export const membersFile = {
  enter: write({
    path: '/members/enter',
    access: WRITE,
    summary: '登记一名党员',
    input: {
      ...z.object(personFields).partial().required({ name: true }).shape,
      orgId: zOrgId,
      category: zCategory,
      idNumber: zLine(40).optional(),
      phone: zLine(40).optional(),
      wayIn: zWayIn.default('opening'),
      inPaper: zLine(80).default(''),
      inFrom: zLine(80).default(''),
      groupId: zId<'Group'>().optional(),
      unit: zLine(60).default(''),
      /** Day from which the person stands in this roster. */
      from: zDay,
    },
    output: z.object({ personId: zPersonId }),
  }),
  change: write({
    path: '/members/change',
    access: WRITE,
    summary: '变更党员信息（自某日起）',
    input: {
      personId: zPersonId,
      from: zDay,
      basedOn: zRowId,
      changes: zChanges,
      reason: zLine(200).default(''),
    },
    output: z.object({ changed: z.number().int() }),
  }),
  correct: write({
    path: '/members/correct',
    access: WRITE,
    summary: '更正党员信息（原来就写错了）',
    input: { personId: zPersonId, basedOn: zRowId, changes: zChanges, reason: zWords(200) },
    output: z.object({ changed: z.number().int() }),
  }),
};
