import type { Inputs } from '#contract/lib';
import type { ballotsContract } from '#contract/ballots';
import { mayBeShown, recountPage as pageOf, type RecountFile } from '#engines/ballot';
import { toFile } from '#engines/document';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read } from '#platform/db';
import {
  certificateDocument,
  closingDocument,
  rollDocument,
  sheetDocument,
  slipDocument,
} from '../documents/papers.ts';
import { slipSheet } from '../documents/slip-sheet.ts';
import { countedBox } from '../store/box.ts';
import { resultsOf, sheetsOf } from '../store/results.ts';
import { ballotOf, roundsOf } from '../store/ballots.ts';
import { detail } from './detail.ts';

type In = Inputs<typeof ballotsContract>;

async function found(read: Read, input: { ballotId: In['detail']['ballotId']; roundNo?: number }) {
  const ballot = await detail(read, { ballotId: input.ballotId });
  if (ballot === null) return null;
  const rounds = await roundsOf(read, input.ballotId);
  const wanted = input.roundNo ?? rounds.length;
  const round = ballot.rounds.find((one) => one.roundNo === wanted);
  const row = rounds.find((one) => one.round_no === wanted);
  if (round === undefined || row === undefined) return null;
  return { ballot, round, form: row.form };
}

/** Paper slips, A4 to be cut, or one Word page. */
export async function ballotPaper(read: Read, input: In['ballotPaper']): Promise<Result<File>> {
  const it = await found(read, input);
  if (it === null) return refuse('common.not_found');
  const { orgName: organ, title } = it.ballot;
  const text = { organ, title, roundNo: it.round.roundNo, form: it.form };
  if (input.format === 'docx') return ok(await toFile(slipDocument(text), `${title} 票样`, 'docx'));
  const html = slipSheet(text, Number(input.perPage) as 1 | 2 | 4, input.large === true);
  return ok(new File([html], `${title} 票样.html`, { type: 'text/html; charset=utf-8' }));
}

/** 计票报告单 of a counted round, or empty. */
export async function sheetPaper(read: Read, input: In['sheetPaper']): Promise<Result<File>> {
  const it = await found(read, input);
  if (it === null) return refuse('common.not_found');
  const { ballot, round, form } = it;
  const result = (await resultsOf(read, input.ballotId)).get(round.roundNo);
  const box = await countedBox(read, input.ballotId, round.roundNo);
  const document = sheetDocument({
    organ: ballot.orgName,
    title: ballot.title,
    roundNo: round.roundNo,
    heldOn: ballot.heldOn as PlainDate,
    form,
    result:
      round.result === null || result === undefined
        ? null
        : { ...result, shown: round.result.shown, sentences: round.result.sentences },
    tellers: ballot.tellers,
    codes: {
      printed: round.codesPrinted,
      drawn: round.issuedCodes,
      cast: box?.used.length ?? round.cast,
    },
  });
  return ok(await toFile(document, `${ballot.title} 计票报告单`, input.format));
}

/** 发票登记名册 of the last round. */
export async function rollPaper(read: Read, input: In['rollPaper']): Promise<Result<File>> {
  const ballot = await detail(read, { ballotId: input.ballotId });
  if (ballot === null) return refuse('common.not_found');
  const { orgName: organ, title, roll: lines } = ballot;
  const heldOn = ballot.heldOn as PlainDate;
  return ok(
    await toFile(rollDocument({ organ, title, heldOn, lines }), `${title} 发票名册`, input.format),
  );
}

/** Tags of the codes, without votes. */
export async function closingList(read: Read, input: In['closingList']): Promise<Result<File>> {
  const it = await found(read, input);
  const box = it === null ? null : await countedBox(read, input.ballotId, it.round.roundNo);
  if (it === null || box === null) return refuse('ballots.papers_not_kept');
  const document = closingDocument({
    organ: it.ballot.orgName,
    title: it.ballot.title,
    roundNo: it.round.roundNo,
    used: box.used,
    unused: box.unused,
  });
  return ok(await toFile(document, `${it.ballot.title} 票号清单`, input.format));
}

/** Votes without codes; null where none are kept or may be shown. */
async function recount(
  read: Read,
  input: In['recountFile'],
): Promise<{ file: RecountFile; name: string } | null> {
  const it = await found(read, input);
  if (it === null || it.round.result === null || !it.round.result.shown) return null;
  const box = await countedBox(read, input.ballotId, it.round.roundNo);
  if (box === null) return null;
  const sheet = (await sheetsOf(read, input.ballotId)).get(it.round.roundNo);
  const totals = sheet === undefined || sheet.mode === 'slips' ? null : sheet.tally;
  // Two parts of an opinion would be told apart here: each has to be large enough by itself.
  if (it.ballot.secrecy === 'opinion' && totals !== null) {
    const screen = { valid: it.round.result.tally.valid - totals.valid };
    if (!mayBeShown('opinion', totals) || !mayBeShown('opinion', screen)) return null;
  }
  const papers = new Map(box.papers.map(({ paper, times }) => [paper, times]));
  for (const { paper, times } of sheet?.papers ?? [])
    papers.set(paper, (papers.get(paper) ?? 0) + times);
  return {
    name: it.ballot.title,
    file: {
      format: 'zhibu-recount-1',
      title: it.ballot.title,
      organisation: it.ballot.orgName,
      round: it.round.roundNo,
      form: it.form,
      papers: [...papers]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([paper, times]) => ({ paper, times })),
      totals,
    },
  };
}

/** 复核页: one HTML file that counts by itself. */
export async function recountPage(read: Read, input: In['recountPage']): Promise<Result<File>> {
  const made = await recount(read, input);
  if (made === null) return refuse('ballots.papers_not_kept');
  const name = `${made.name} 复核页.html`;
  return ok(new File([pageOf(made.file)], name, { type: 'text/html; charset=utf-8' }));
}

/** 复核文件: the same as JSON. */
export async function recountFile(read: Read, input: In['recountFile']): Promise<Result<File>> {
  const made = await recount(read, input);
  if (made === null) return refuse('ballots.papers_not_kept');
  return ok(
    new File([JSON.stringify(made.file)], `${made.name} 复核文件.json`, {
      type: 'application/json',
    }),
  );
}

/** 销毁证明, once destroyed. */
export async function certificate(read: Read, input: In['certificate']): Promise<Result<File>> {
  const ballot = await detail(read, { ballotId: input.ballotId });
  if (ballot === null || ballot.destroyedOn === null) return refuse('common.not_found');
  const results = await resultsOf(read, input.ballotId);
  const row = await ballotOf(read, input.ballotId);
  const document = certificateDocument({
    organ: ballot.orgName,
    title: ballot.title,
    heldOn: ballot.heldOn as PlainDate,
    keepUntil: ballot.keepUntil as PlainDate,
    destroyedOn: ballot.destroyedOn as PlainDate,
    witnesses: row?.witnesses ?? [],
    rounds: ballot.rounds.map(({ roundNo }) => ({
      roundNo,
      returned: results.get(roundNo)?.numbers.returned ?? null,
    })),
  });
  return ok(await toFile(document, `${ballot.title} 销毁证明`, input.format));
}
