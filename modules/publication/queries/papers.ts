import type { Inputs } from '#contract/lib';
import type { publicationContract } from '#contract/publication';
import { AUDIENCES, MOVES, RHYTHMS, SECTIONS } from '#contract/publication-words';
import { toFile } from '#engines/document';
import { groupedCode } from '#engines/publishing';
import { chineseDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import { basisOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { qrPicture } from '#platform/qr';
import { approvalDocument, catalogueDocument } from '../documents/forms.ts';
import { sheetHtml } from '../documents/sheet.ts';
import { postPath } from '../rules/address.ts';
import { ruleNamed } from '../rules/catalogue.ts';
import { boardOf } from '../store/boards.ts';
import { itemOf, stepsOf, versionsOf } from '../store/items.ts';
import { catalogueOf, lineOf } from './catalogue.ts';

type In = Inputs<typeof publicationContract>;

/** An item with its catalogue and the text that hangs, else the newest. */
async function loaded(read: Read, itemId: In['sheet']['itemId']) {
  const item = await itemOf(read, itemId);
  const catalogue = item === null ? null : await catalogueOf(read, item.place.orgId);
  if (item === null || catalogue === null) return null;
  const versions = await versionsOf(read, itemId);
  const wanted = item.shownVersion === 0 ? item.version : item.shownVersion;
  const shown = versions.find((one) => one.version === wanted);
  const newest = versions[0];
  if (shown === undefined || newest === undefined) return null;
  return { item, catalogue, shown, newest, line: lineOf(catalogue, item.kind) };
}

const QR_PIXELS = 360;

/** The sheet to hang, A4 or A3. `origin` is what this installation is called in the reader's browser. */
export async function sheet(read: Read, input: In['sheet'], origin: string): Promise<Result<File>> {
  const found = await loaded(read, input.itemId);
  if (found === null) return refuse('common.not_found');
  const { item, catalogue, shown, line } = found;
  const board = await boardOf(read, item.place.orgId);
  const hangs = item.shownVersion > 0 && item.audience !== 'members' && board?.open === true;
  const url = hangs ? `${origin}${postPath(board.code, shown.code)}` : null;
  const html = sheetHtml({
    orgName: catalogue.name,
    kindName: line?.name ?? '',
    notice: line?.notice === true,
    content: shown.content,
    from: item.shownFrom,
    until: item.shownUntil,
    code: groupedCode(shown.code),
    board: url === null ? null : { url, picture: await qrPicture(url, QR_PIXELS) },
    size: input.size,
  });
  return ok(new File([html], `张贴 ${shown.title}.html`, { type: 'text/html; charset=utf-8' }));
}

/** 公开审批表 of the newest text: signatures that are there, lines for those that are not. */
export async function approvalPaper(read: Read, input: In['approvalPaper']): Promise<Result<File>> {
  const found = await loaded(read, input.itemId);
  if (found === null) return refuse('common.not_found');
  const { item, catalogue, newest, line } = found;
  const steps = (await stepsOf(read, item.itemId)).filter(
    (step) => step.version === newest.version,
  );
  const until = item.shownUntil;
  const document = approvalDocument({
    orgName: catalogue.name,
    kindName: line?.name ?? '',
    audience: AUDIENCES[item.audience],
    period:
      item.shownFrom === null
        ? line === undefined || line.postingDays === 0
          ? ''
          : `不少于${line.postingDays}天`
        : `${chineseDate(item.shownFrom)}起${until === null ? '长期' : `至${chineseDate(until)}`}`,
    basis: line === undefined ? '按上级规定' : basisOf(ruleNamed(line.rule)),
    content: newest.content,
    code: groupedCode(newest.code),
    steps: steps.map((step) => ({ ...step, move: MOVES[step.move] })),
    on: read.today,
  });
  return ok(await toFile(document, `公开审批表 ${newest.title}`, input.format));
}

/** 公开目录 as a paper. */
export async function cataloguePaper(
  read: Read,
  input: In['cataloguePaper'],
): Promise<Result<File>> {
  const found = await catalogueOf(read, input.orgId);
  if (found === null) return refuse('common.not_found');
  const document = catalogueDocument({
    orgName: found.name,
    on: read.today,
    lines: found.lines.map((line) => ({
      section: SECTIONS[line.section],
      name: line.name,
      audience: AUDIENCES[line.audience],
      rhythm: RHYTHMS[line.rhythm],
      days: line.notice
        ? '按公示期'
        : line.postingDays === 0
          ? '长期'
          : `不少于${line.postingDays}天`,
      basis: line.paper === '' ? basisOf(ruleNamed(line.rule)) : line.paper,
    })),
  });
  return ok(await toFile(document, `公开目录 ${found.name}`, input.format));
}
