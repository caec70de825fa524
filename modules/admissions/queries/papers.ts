import type { Inputs, Outputs } from '#contract/lib';
import {
  CONCLUSIONS,
  HEARD,
  OBSERVATIONS,
  RECOMMENDERS,
  REGISTERS,
  type admissionsContract,
} from '#contract/admissions';
import { toFile } from '#engines/document';
import type { PersonId } from '#kernel/ids';
import { dayOf, type PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import { facesOf, namesOf } from '#modules/members';
import { orgNames, placeOf } from '#modules/organisations';
import {
  bookRegister,
  dossier,
  handingOverList,
  recordSheet,
  registerList,
  resolutionSheet,
  type CasePaper,
} from '../documents/case-papers.ts';
import type { Told } from '../rules/facts.ts';
import type { Move } from '../rules/words.ts';
import { booksOf } from '../store/books.ts';
import { casesNamed, casesWithin, type CaseId } from '../store/cases.ts';
import { helpersOf } from '../store/parts.ts';
import { stepsOf } from '../store/steps.ts';
import { detail } from './detail.ts';
import { caseLines } from './list.ts';

type In = Inputs<typeof admissionsContract>;
type Out = Outputs<typeof admissionsContract>['detail'];

const sexName = (sex: 'male' | 'female' | null): string =>
  sex === null ? '' : sex === 'male' ? '男' : '女';

/** What the form of a step told, in lines for a paper. */
function toldLines(told: Told, named: Readonly<Record<string, string>>): string[] {
  const people = (title: string, ids: readonly string[] | undefined): string | null =>
    ids === undefined || ids.length === 0
      ? null
      : `${title}：${ids.map((id) => named[id] ?? '').join('、')}`;
  const lines: (string | null)[] = [
    told.recommendedBy === undefined ? null : RECOMMENDERS[told.recommendedBy],
    told.talker === undefined || told.talker === '' ? null : `谈话人：${told.talker}`,
    told.heard === undefined ? null : `听取意见：${told.heard.map((one) => HEARD[one]).join('、')}`,
    told.kind === undefined ? null : OBSERVATIONS[told.kind],
    people('培养联系人', told.contacts),
    people('入党介绍人', told.introducers),
    people('计票人、监票人', told.tellers),
    told.places === undefined ? null : `公示地点：${told.places.join('、')}`,
    told.until === undefined ? null : `至${told.until}`,
    told.conclusion === undefined ? null : `结论：${CONCLUSIONS[told.conclusion]}`,
    told.courseDays === undefined ? null : `培训${told.courseDays}天`,
    told.courseHours === undefined ? null : `培训${told.courseHours}学时`,
    told.bookNumber === undefined || told.bookNumber === '' ? null : `编号${told.bookNumber}`,
    told.body === undefined || told.body === '' ? null : told.body,
    told.paper === undefined || told.paper === '' ? null : told.paper,
  ];
  return lines.filter((line): line is string => line !== null);
}

type Shown = CasePaper['steps'];

/** Local steps in their places between those of the chart. */
function withLocals(steps: Shown, locals: Out['locals']): Shown {
  const lines = (after: number): Shown =>
    locals
      .filter((one) => one.after === after)
      .map((one) => ({
        label: one.name,
        on: one.on as PlainDate,
        rules: '',
        vote: '',
        told: ['本地步骤', ...(one.paper === '' ? [] : [one.paper])],
        by: one.byName,
        fromPaper: false,
        note: one.note,
      }));
  return steps.flatMap((step, at) => [step, ...lines(at + 1)]);
}

async function casePaperOf(read: Read, caseId: CaseId): Promise<CasePaper | null> {
  const found = await detail(read, { caseId });
  if (found === null) return null;
  const org = await orgNames(read, [found.orgId]);
  const face = (await facesOf(read, [found.personId as PersonId])).get(found.personId);
  const now = (people: readonly { readonly name: string; readonly to: string | null }[]) =>
    people.filter((one) => one.to === null).map((one) => one.name);
  return {
    name: found.name,
    sex: sexName(face?.sex ?? null),
    bornOn: face?.bornOn ?? null,
    orgName: org.get(found.orgId)?.name ?? found.orgName,
    stateName: found.stateName,
    approver: found.approver,
    contacts: now(found.contacts),
    introducers: now(found.introducers),
    steps: withLocals(
      found.steps.map((step) => ({
        label: step.label,
        on: step.on as PlainDate,
        rules: step.rules,
        vote: step.vote,
        told: toldLines(step.told as Told, found.named),
        by: step.byName,
        fromPaper: step.fromPaper,
        note: [
          (step.told as Told).note ?? '',
          ...step.reasons.map((one) => `${one.reason}（${one.rule}）`),
        ]
          .filter((text) => text !== '')
          .join('；'),
      })),
      found.locals,
    ),
    papers: found.papers.map((paper) => ({
      name: paper.name,
      archived: paper.archived,
      there: paper.there,
      scans: paper.files.length,
    })),
    objections: found.objections.map((one) => ({
      ...one,
      receivedOn: one.receivedOn as PlainDate,
      answeredOn: one.answeredOn as PlainDate | null,
    })),
    on: read.today,
  };
}

const VOTES: readonly Move[] = ['accept', 'vote_regularise', 'vote_extend', 'vote_cancel'];

/** 全程纪实表, 移交清单, 决议 or the whole dossier of a case. */
export async function casePaper(read: Read, input: In['casePaper']): Promise<Result<File>> {
  const of = await casePaperOf(read, input.caseId);
  if (of === null) return refuse('common.not_found');
  if (input.kind === 'resolution') {
    const step = (await stepsOf(read, [input.caseId])).findLast((one) => VOTES.includes(one.move));
    const shown =
      step === undefined
        ? undefined
        : of.steps.find((one) => one.vote !== '' && one.on === step.on);
    if (step === undefined || shown === undefined) return refuse('admissions.no_vote_yet');
    const subject =
      step.move === 'accept'
        ? `关于接收${of.name}同志为中共预备党员的决议`
        : `${shown.label}的决议`;
    const document = resolutionSheet({
      name: of.name,
      orgName: of.orgName,
      on: step.on,
      subject,
      text: step.told.resolution ?? '',
      vote: shown.vote,
    });
    return ok(await toFile(document, `决议 ${of.name}`, input.format));
  }
  const { document, name } = {
    record: { document: recordSheet(of), name: `发展党员全程纪实表 ${of.name}` },
    list: { document: handingOverList(of), name: `档案移交清单 ${of.name}` },
    dossier: { document: dossier(of), name: `发展党员档案 ${of.name}` },
  }[input.kind];
  return ok(await toFile(document, name, input.format));
}

/** One of the four registers as a list. */
export async function registerPaper(read: Read, input: In['registerPaper']): Promise<Result<File>> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return refuse('common.not_found');
  const rows = await casesWithin(
    read,
    { path: place.orgPath, register: input.register },
    { offset: 0, limit: 5000 },
  );
  const lines = await caseLines(read, rows);
  const ids = rows.map((row) => row.caseId);
  const steps = Map.groupBy(await stepsOf(read, ids), (step) => step.caseId);
  const helpers = (await helpersOf(read, ids)).filter(
    (one) => one.to === null && one.role === 'contact',
  );
  const names = await namesOf(
    read,
    helpers.map((one) => one.personId),
  );
  const faces = await facesOf(
    read,
    rows.map((row) => row.personId),
  );
  const orgName = (await orgNames(read, [input.orgId])).get(input.orgId)?.name ?? '';
  const document = registerList({
    title: `${REGISTERS[input.register]}名册`,
    orgName,
    on: read.today,
    rows: lines.map((line) => {
      const done = steps.get(line.caseId as CaseId) ?? [];
      const on = (move: Move): PlainDate | null =>
        done.findLast((step) => step.move === move)?.on ?? null;
      const face = faces.get(line.personId);
      return {
        name: line.name,
        sex: sexName(face?.sex ?? null),
        bornOn: face?.bornOn ?? null,
        orgName: line.orgName,
        stateName: line.stateName,
        appliedOn: on('apply'),
        activistOn: on('determine_activist'),
        targetOn: on('determine_target'),
        acceptedOn: on('accept'),
        contacts: helpers
          .filter((one) => one.caseId === line.caseId)
          .map((one) => names.get(one.personId) ?? '')
          .join('、'),
      };
    }),
  });
  return ok(await toFile(document, `${REGISTERS[input.register]}名册 ${orgName}`, input.format));
}

/** 志愿书领取登记簿 of a year, at or below an organisation. */
export async function booksPaper(read: Read, input: In['booksPaper']): Promise<Result<File>> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return refuse('common.not_found');
  const books = await booksOf(
    read,
    place.orgPath,
    dayOf(input.year, 1, 1),
    dayOf(input.year, 12, 31),
  );
  const cases = await casesNamed(
    read,
    books.flatMap((book) => (book.caseId === null ? [] : [book.caseId])),
  );
  const people = await namesOf(
    read,
    [...cases.values()].map((one) => one.personId),
  );
  const nameOf = (caseId: CaseId): string => people.get(cases.get(caseId)?.personId ?? '') ?? '';
  const orgName = (await orgNames(read, [input.orgId])).get(input.orgId)?.name ?? '';
  const document = bookRegister({
    orgName,
    year: input.year,
    rows: books.map((book) => ({
      number: book.number,
      issuedOn: book.issuedOn,
      name: book.caseId === null ? '' : nameOf(book.caseId),
      receiver: book.receiver,
      spoiled: book.spoiled,
      note: book.note,
    })),
  });
  return ok(await toFile(document, `入党志愿书领取登记簿 ${input.year}`, input.format));
}
