import type { Inputs, Outputs } from '#contract/lib';
import { PORTRAITS, type admissionsContract, type PortraitTable } from '#contract/admissions';
import { SECTORS } from '#contract/organisations';
import { Kept, type Read } from '#platform/db';
import { EDUCATION_BANDS, OCCUPATIONS, portraitsOf } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import { AGE_BANDS, countsOf, lineOf, totalsOf, type OnTheWay } from '../rules/portrait.ts';
import { openCases, type CaseRow } from '../store/cases.ts';
import { caseLines } from './list.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>;

const NAMES: Readonly<Record<PortraitTable, Readonly<Record<string, string>>>> = {
  sex: { male: '男', female: '女' },
  age: AGE_BANDS,
  education: EDUCATION_BANDS,
  occupation: OCCUPATIONS,
  sector: SECTORS,
};
const TABLES = Object.keys(PORTRAITS) as PortraitTable[];

async function onTheWay(read: Read, cases: readonly CaseRow[]): Promise<OnTheWay[]> {
  const [portraits, orgs] = await Promise.all([
    portraitsOf(
      read,
      cases.map((one) => one.personId),
    ),
    orgNames(
      read,
      cases.map((one) => one.place.orgId),
    ),
  ]);
  return cases.map((one) => {
    const { sex, bornOn, education, occupation } = portraits.get(one.personId) ?? {
      sex: null,
      bornOn: null,
      education: null,
      occupation: null,
    };
    const sector = orgs.get(one.place.orgId)?.sector ?? null;
    const { caseId, register } = one;
    return { caseId, register, sex, bornOn, education, occupation, sector };
  });
}

const keptStructure = new Kept<Out['structure']>();

/** 队伍结构: how many stand in the four registers, by sex, age, education, occupation and kind of unit. */
export async function structure(
  read: Read,
  input: In['structure'],
): Promise<Out['structure'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  // Looks at everybody on the way; counted anew after an act only.
  return keptStructure.of(read, place.orgPath, async () => {
    const people = await onTheWay(read, await openCases(read, place.orgPath));
    return {
      totals: totalsOf(people),
      tables: TABLES.map((key) => ({
        key,
        lines: countsOf(key, NAMES[key], people, read.today),
      })),
    };
  });
}

/** Who stands behind one of its figures. */
export async function structurePeople(
  read: Read,
  input: In['structurePeople'],
): Promise<Out['structurePeople'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const cases = (await openCases(read, place.orgPath)).filter(
    (one) => one.register === input.register,
  );
  const wanted = new Set(
    (await onTheWay(read, cases))
      .filter((one) => lineOf(input.table, one, read.today) === input.key)
      .map((one) => one.caseId),
  );
  const lines = await caseLines(
    read,
    cases.filter((one) => wanted.has(one.caseId)),
  );
  return {
    rows: lines.map(({ caseId, name, orgName, stateName }) => ({
      caseId,
      name,
      orgName,
      stateName,
    })),
  };
}
