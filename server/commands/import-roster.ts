import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { describeRefusal } from '#contract/refusals';
import { newId } from '#kernel/clock';
import { parsePlainDate } from '#kernel/plain-date';
import type { Result } from '#kernel/result';
import { registerFile } from '#platform/db';
import type { RequestContext } from '#platform/request';
import {
  abandonImport,
  confirmImport,
  look,
  openImport,
  prepareImport,
  preview,
  problems,
} from '#modules/imports';
import { say } from '../runtime.ts';
import { actingFor } from './acting.ts';
import type { Command } from './command.ts';

const MOST_NAMED = 500;

/** The value, or an error whose message is the sentence of the refusal. */
function given<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(describeRefusal(result.refusal));
}

/**
 * `import-roster FILE --org NAME [--as-of DAY] [--from DAY] [--dry-run] [--json]`: takes a roster through the
 * same steps as the page. Rows that would be asked about or cannot be read are left out, counted and
 * named; the exit code tells only whether the table could be taken.
 */
export const importRoster: Command = async ({ args, print }, { db, files }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      org: { type: 'string' },
      'as-of': { type: 'string' },
      from: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
    },
  });
  const [path] = positionals;
  if (path === undefined || values.org === undefined) {
    throw new Error(
      '用法：import-roster 文件 --org 党组织名称 [--as-of 日期] [--from 日期] [--dry-run] [--json]',
    );
  }
  const actor = await actingFor(db, values.org);
  const desk = { db, files, actor };
  const write: RequestContext['write'] = (input, action, work) =>
    db.write(actor, { commandId: input.commandId, action, orgId: input.orgId }, work);
  const command = () => ({ commandId: newId<'Command'>(db.clock) });
  const today = await db.read(actor, async (read) => read.today);
  const dayOf = (text: string | undefined, usual: typeof today): typeof today => {
    const day = text === undefined ? usual : parsePlainDate(text);
    if (day === null) throw new Error(`“${text ?? ''}”不是有效日期，应如 2026-05-11`);
    return day;
  };
  const asOf = dayOf(values['as-of'], today);
  const rosterFrom = dayOf(values.from, asOf);

  const bytes = await readFile(path).catch(() => {
    throw new Error(`不能读取文件：${path}`);
  });
  const about = { tenantId: actor.tenantId, kind: 'table', originalName: basename(path) } as const;
  const stored = given(await files.put(bytes, about));
  const { hash, name, mime, size } = stored;
  const { importId } = given(
    await write(command(), 'imports.open', async (tx) => {
      const fileId = await registerFile(tx, { hash, name, mime, size });
      return openImport(tx, { orgId: actor.orgId, fileId, kind: 'roster' });
    }),
  );
  const drop = async (file: string | null): Promise<void> => {
    if (file !== null) await files.remove(actor.tenantId, file);
  };
  const abandon = async (): Promise<void> => {
    const done = await write(command(), 'imports.abandon', (tx) => abandonImport(tx, { importId }));
    if (done.ok) await drop(done.value.file);
  };
  try {
    const seen = given(await look(desk, { importId }));
    const { rows } = given(
      await prepareImport(
        desk,
        {
          ...command(),
          importId,
          sheet: seen.sheet,
          headerRow: seen.headerRow,
          headerRows: seen.headerRows,
          columns: seen.columns.map(({ index, field }) => ({ index, field })),
          asOf,
          rosterFrom,
          branches: {},
          keepBad: false,
        },
        write,
      ),
    );
    const shown = await db.read(actor, (read) => preview(read, { importId }));
    const cells = await db.read(actor, (read) =>
      problems(read, { importId, page: 1, pageSize: MOST_NAMED }),
    );
    if (shown === null) throw new Error('没有读到预览');
    const { counts } = shown;
    let written = { entered: 0, changed: 0, cells: 0 };
    if (values['dry-run'] === true) await abandon();
    else {
      const basedOn = shown.case.version;
      const done = given(
        await write(command(), 'imports.confirm', (tx) => confirmImport(tx, { importId, basedOn })),
      );
      await drop(done.file);
      written = done;
    }
    const bad = (cells?.rows ?? []).filter((cell) => cell.severity === 'error');
    const summary = {
      file: name,
      org: shown.case.orgName,
      asOf,
      dryRun: values['dry-run'] === true,
      rows,
      new: counts['new'] ?? 0,
      same: counts['same'] ?? 0,
      changed: counts['change'] ?? 0,
      changedCells: shown.cells,
      ask: counts['ask'] ?? 0,
      elsewhere: counts['elsewhere'] ?? 0,
      errors: counts['error'] ?? 0,
      leftOut: counts['left_out'] ?? 0,
      absent: counts['absent'] ?? 0,
      written: {
        entered: written.entered,
        changed: written.changed,
        cells: written.cells,
      },
      badCells: bad.map((cell) => ({
        sheet: seen.sheet,
        cell: `${cell.column}${cell.row}`,
        field: cell.label,
        value: cell.text,
        why: cell.why,
        accepted: cell.accepted,
      })),
    };
    if (values.json === true) print(JSON.stringify(summary));
    else {
      print(
        `${summary.dryRun ? '试读' : '已写入'}：${rows}行，新登记${summary.new}人，变更${summary.changed}人${summary.changedCells}处，没有变化${summary.same}人，要确认${summary.ask}行，在别的花名册${summary.elsewhere}人，看不懂${summary.errors}行，不写入${summary.leftOut}行，表里没有${summary.absent}人`,
      );
      for (const cell of summary.badCells) {
        say(
          `${cell.sheet} ${cell.cell}（${cell.field}）“${cell.value}”：${cell.why}；${cell.accepted}`,
        );
      }
    }
    return 0;
  } catch (error) {
    await abandon();
    throw error;
  }
};
