import { download, pageOf, read, z, zDay, zLine, zPage, zYear } from './lib.ts';
import { rosterFilters, zLooseDay, zMemberRow, zPersonId } from './members-words.ts';
import { zOrgId } from './organisations.ts';

const READ = { permission: 'members.read' } as const;
const zCode = z.object({ key: z.string(), name: z.string() });
const codes = z.array(zCode);
const who = { personId: zPersonId, name: z.string() };
const zMovementLine = z.object({ way: z.string(), name: z.string(), count: z.number().int() });
const span = { orgId: zOrgId, from: zDay, to: zDay };

/** Lists and tables over many members. */
export const membersRoster = {
  codes: read({
    path: '/members/codes',
    access: 'session',
    summary: '代码表：民族、学历、工作岗位等',
    input: z.object({}),
    output: z.object({
      ethnic: codes,
      education: codes,
      degree: codes,
      work: codes,
      waysIn: codes,
      waysOut: codes,
      columns: codes,
    }),
  }),
  roster: read({
    path: '/members',
    access: READ,
    summary: '党员花名册',
    input: z.object({ ...rosterFilters, ...zPage }),
    output: pageOf(zMemberRow),
  }),
  counts: read({
    path: '/members/counts',
    access: READ,
    summary: '党员构成',
    input: z.object({ orgId: zOrgId.optional(), asOf: zDay.optional() }),
    output: z.object({
      total: z.number().int(),
      groups: z.array(
        z.object({
          title: z.string(),
          lines: z.array(
            z.object({
              name: z.string(),
              count: z.number().int(),
              /** The filter of the roster that shows these people. */
              search: z.record(z.string(), z.string()),
            }),
          ),
        }),
      ),
    }),
  }),
  exportRoster: download({
    path: '/members/export',
    access: READ,
    summary: '导出花名册（Excel）',
    input: z.object({
      ...rosterFilters,
      /** Keys of `codes.columns`, separated by commas. */
      columns: zLine(600),
      /** Full identity numbers and phones need the permission and a reason. */
      secrets: z.enum(['masked', 'full']).default('masked'),
      reason: zLine(200).default(''),
    }),
  }),
  printRoster: download({
    path: '/members/print',
    access: READ,
    summary: '打印花名册',
    input: z.object({ ...rosterFilters, format: z.enum(['html', 'docx', 'xlsx']).default('html') }),
  }),
  movement: read({
    path: '/members/movement',
    access: READ,
    summary: '党员增减变动表',
    input: z.object(span),
    output: z.object({
      opening: z.number().int(),
      increases: z.array(zMovementLine),
      decreases: z.array(zMovementLine),
      closing: z.number().int(),
      regularised: z.number().int(),
    }),
  }),
  movementPeople: read({
    path: '/members/movement/people',
    access: READ,
    summary: '增减变动表一个数字里的人',
    input: z.object({ ...span, line: zLine(40) }),
    output: z.object({
      people: z.array(
        z.object({ ...who, orgName: z.string(), on: zDay.nullable(), paper: z.string() }),
      ),
    }),
  }),
  printMovement: download({
    path: '/members/movement/print',
    access: READ,
    summary: '打印党员增减变动表',
    input: z.object({ ...span, format: z.enum(['html', 'docx', 'xlsx']).default('html') }),
  }),
  quality: read({
    path: '/members/quality',
    access: READ,
    summary: '党员信息质量',
    input: z.object({ orgId: zOrgId.optional(), breaks: zLine(20).optional(), ...zPage }),
    output: z.object({
      kinds: z.array(z.object({ key: z.string(), name: z.string(), count: z.number().int() })),
      rows: z.array(
        z.object({
          ...who,
          orgName: z.string(),
          field: z.string(),
          breaks: z.string(),
          text: z.string(),
        }),
      ),
      total: z.number().int(),
    }),
  }),
  fiftyYears: read({
    path: '/members/fifty-years',
    access: READ,
    summary: '“光荣在党50年”名单',
    input: z.object({ orgId: zOrgId.optional(), year: zYear }),
    output: z.object({
      cutoff: zDay,
      due: z.boolean(),
      people: z.array(
        z.object({
          ...who,
          orgName: z.string(),
          bornOn: zLooseDay.nullable(),
          regularisedOn: zLooseDay.nullable(),
          standing: z.number().int().nullable(),
          group: z.enum(['reaching', 'earlier', 'unknown']),
        }),
      ),
    }),
  }),
};
