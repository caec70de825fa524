import type { OrgId, PersonId } from '#kernel/ids';
import { writeBook, type CellInput } from '#platform/sheets';
import { rosterNames } from '#modules/members';
import { BEGINS, type Codes, type Lived } from './build.ts';
import type { Desk, Seat } from './desk.ts';
import { inventedIdentity, type Born } from './people.ts';

type Place = Pick<Lived, 'orgId' | 'path' | 'planned'>;

export interface Roster {
  readonly place: Place;
  readonly born: readonly Born[];
}

const HEADERS =
  '姓名 性别 民族 出生日期 学历 工作岗位 职务 入党日期 转正日期 人员类别 公民身份号码 手机号码 所在党支部';

const identityOf = (one: Born): string => inventedIdentity(one.bornOn, one.sex, one.serial % 499);
const phoneOf = (one: Born): string => `190${String(10_000_000 + one.serial).padStart(8, '0')}`;
/** A table has no column for these. */
const byHand = ({ planned }: Place, one: Born): boolean =>
  one.frail || (planned.units ?? []).length > 0;

const lineOf = ({ planned }: Place, one: Born): CellInput[] => [
  one.name,
  one.sex === 'male' ? '男' : '女',
  '汉族',
  one.bornOn,
  one.education,
  one.work,
  one.job,
  one.joinedOn,
  one.regularisedOn,
  one.category === 'full' ? '正式党员' : '预备党员',
  identityOf(one),
  phoneOf(one),
  planned.name,
];

/** Everybody who fits into a table, brought in as a county brings in its roster: one file for all branches. */
async function bringIn(desk: Desk, county: Seat, lines: CellInput[][]): Promise<void> {
  const headers = HEADERS.split(' ');
  const book = await writeBook([
    { name: '花名册', columns: headers.map((header) => ({ header })), rows: lines },
  ]);
  const fileId = await desk.upload(county, book, `党员花名册（${BEGINS}）.xlsx`);
  const { importId } = await desk.call(county, 'imports', 'open', { orgId: county.orgId, fileId });
  const seen = (await desk.call(county, 'imports', 'look', { importId })) as {
    sheet: string;
    headerRow: number;
    headerRows: number;
    columns: readonly { index: number; field: string | null }[];
  };
  await desk.call(county, 'imports', 'prepare', {
    importId,
    sheet: seen.sheet,
    headerRow: seen.headerRow,
    headerRows: seen.headerRows,
    columns: seen.columns.map(({ index, field }) => ({ index, field })),
    asOf: BEGINS,
    rosterFrom: BEGINS,
    branches: {},
    keepBad: false,
  });
  const ready = (await desk.call(county, 'imports', 'preview', { importId })) as {
    case: { version: number };
  };
  const basedOn = ready.case.version;
  const { entered } = await desk.call(county, 'imports', 'confirm', { importId, basedOn });
  if (entered !== lines.length) {
    throw new Error(`of ${lines.length} people of the table ${String(entered)} were entered`);
  }
}

/** Enters the members of branches as their rosters stood when the product came; the lists in their order. */
export async function fill(
  desk: Desk,
  county: Seat,
  rosters: readonly Roster[],
  codes: Codes,
): Promise<Lived['people'][]> {
  const lines = rosters.flatMap(({ place, born }) =>
    born.filter((one) => !byHand(place, one)).map((one) => lineOf(place, one)),
  );
  await bringIn(desk, county, lines);
  for (const { place, born } of rosters) {
    for (const one of born.filter((person) => byHand(place, person))) {
      await desk.call(county, 'members', 'enter', {
        orgId: place.orgId,
        from: BEGINS,
        name: one.name,
        sex: one.sex,
        ethnic: codes.ethnic.get('汉族'),
        bornOn: one.bornOn,
        education: codes.education.get(one.education),
        work: codes.work.get(one.work),
        job: one.job ?? undefined,
        joinedOn: one.joinedOn,
        regularisedOn: one.regularisedOn ?? undefined,
        frail: one.frail,
        category: one.category,
        unit: place.planned.units?.[one.serial % place.planned.units.length] ?? '',
        idNumber: identityOf(one),
        phone: phoneOf(one),
      });
    }
  }
  const orgs = rosters.map(({ place }) => place.orgId);
  const standing = await desk.db.read(desk.actor(county), (read) =>
    rosterNames(read, orgs, BEGINS),
  );
  // Nobody of the county bears the name of another.
  const ids = new Map(standing.map(({ orgId, name, personId }) => [`${orgId} ${name}`, personId]));
  const idOf = (orgId: OrgId, name: string): PersonId => {
    const found = ids.get(`${orgId} ${name}`);
    if (found === undefined) throw new Error(`${name} stands in no roster`);
    return found;
  };
  return rosters.map(({ place, born }) =>
    born.map((one) => ({ ...one, personId: idOf(place.orgId, one.name) })),
  );
}
