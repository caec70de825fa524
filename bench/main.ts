import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from '../tests/support/child.ts';
import { admissions } from './admissions.ts';
import { acts } from './acts.ts';
import { countBox, poll } from './ballots.ts';
import { openCounty, type County } from './county.ts';
import { annualReport, indicators } from './figures.ts';
import { COUNTY, type CountySize } from './generate.ts';
import type { Measured } from './load.ts';
import { pages } from './pages.ts';
import { Table } from './table.ts';

/**
 * `npm run bench [-- --branches 1000] [--data DIR --keep] [--only pages,figures,acts,admissions,import,ballots]`: a table of
 * what design.md section 7 promises, measured on this machine. `--data` with `--keep` uses the counties of
 * an earlier run again.
 */
const { values } = parseArgs({
  options: {
    branches: { type: 'string' },
    data: { type: 'string' },
    keep: { type: 'boolean' },
    only: { type: 'string' },
  },
});
const size: CountySize = { ...COUNTY, branches: Number(values.branches ?? COUNTY.branches) };
const tenth: CountySize = { ...size, branches: Math.max(1, Math.round(size.branches / 10)) };
const base = values.data ?? join(tmpdir(), `zhibu-bench-${process.pid}`);
const parts = new Set((values.only ?? 'pages,figures,acts,admissions,import,ballots').split(','));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const table = new Table(say);

/** Processor time tells what a page costs also while others use the machine. */
const costOf = ({ p50, perSecond, own, below }: Measured): string =>
  `p50 ${p50.toFixed(0)} ms, ${perSecond.toFixed(0)}/s; a request takes ${own.toFixed(2)} ms of the server, ${below.toFixed(2)} ms of the database`;

async function measurePages(county: County): Promise<void> {
  const { home, search, meeting, list, roster, bare } = await pages(county);
  table.atMost('home page, p95 at 20', home.p95, 50, 'ms', costOf(home));
  table.atMost('roster, pinyin search, p95 at 20', search.p95, 50, 'ms', costOf(search));
  table.atMost('meeting page, p95 at 20', meeting.p95, 50, 'ms', costOf(meeting));
  table.plain('list of meetings, p95 at 20', list.p95, 'ms', costOf(list));
  table.atLeast(
    'roster page / bare handler',
    roster / bare,
    0.6,
    '',
    `${roster.toFixed(0)} and ${bare.toFixed(0)} requests/s`,
  );
}

async function measureFigures(county: County): Promise<void> {
  const all = await indicators(county);
  table.atMost(`${all.count} indicators of all organisations`, all.seconds, 1.5, 's', all.slowest);
  for (const who of ['branch', 'township', 'county']) {
    const { draft, open, rows } = await annualReport(county, `bench-${who}`);
    const note = `drafting ${draft.toFixed(2)} s, ${rows} source rows`;
    if (who === 'branch') table.atMost('annual report of a branch', open, 1, 's', note);
    else table.plain(`annual report of a ${who}`, open, 's', note);
  }
}

async function measureActs(county: County): Promise<void> {
  const small = await openCounty(`${base}/tenth`, tenth, say);
  try {
    for (const { name, small: a, large: b } of await acts(small, county))
      table.atMost(
        `${name}, ten times the data`,
        b / a,
        1.2,
        'x',
        `${a.toFixed(1)} and ${b.toFixed(1)} ms`,
      );
  } finally {
    await small.stop();
  }
}

async function measureAdmissions(county: County): Promise<void> {
  const { inbox, pipeline, oneCase, structure, forecast, cases } = await admissions(county);
  const many = `${cases} open cases`;
  table.atMost(`admissions inbox, ${many}, p95 at 20`, inbox.p95, 50, 'ms', costOf(inbox));
  table.atMost(
    `admissions registers, ${many}, p95 at 20`,
    pipeline.p95,
    50,
    'ms',
    costOf(pipeline),
  );
  table.plain('page of a case, p95 at 20', oneCase.p95, 'ms', costOf(oneCase));
  table.plain(`structure of ${many}, p95 at 20`, structure.p95, 'ms', costOf(structure));
  table.atMost(`forecast of ${many}`, forecast, 1, 's', 'a year ahead, over HTTP');
}

/** The import has a program of its own, so that its memory is its own. */
async function measureImport(): Promise<void> {
  const child = runProgram(join(import.meta.dirname, 'import.ts'), [], { HOME: tmpdir() });
  const code = await child.ended;
  if (code !== 0) throw new Error(child.output());
  const found = /whole import: ([\d.]+) s, peak (\d+) MB/u.exec(child.output());
  table.atMost('import of 100,000 x 20', Number(found?.[1]), 20, 's', '');
  table.atMost('memory of that import', Number(found?.[2]), 400, 'MB', '');
}

/** Codes, booth, box and count, on an installation of its own. */
async function measureBallots(): Promise<void> {
  const polled = await poll();
  const cost = `p50 ${polled.p50.toFixed(0)} ms; a paper (opened, looked over, cast) takes ${polled.own.toFixed(2)} ms of the server, ${polled.below.toFixed(2)} ms of the database`;
  table.atMost('5,000 screen papers', polled.seconds, 60, 's', 'evenly spread');
  table.atMost('a step in the booth, p95', polled.p95, 100, 'ms', cost);
  table.plain('count of these over HTTP', polled.counted, 's', '');
  const count = countBox(100_000);
  const processor = `${count.processor.toFixed(2)} s of the processor`;
  table.atMost('count of 100,000 papers', count.clock, 2, 's', processor);
}

try {
  if (['pages', 'figures', 'acts', 'admissions'].some((part) => parts.has(part))) {
    const county = await openCounty(`${base}/whole`, size, say);
    try {
      if (parts.has('pages')) await measurePages(county);
      if (parts.has('figures')) await measureFigures(county);
      if (parts.has('acts')) await measureActs(county);
      if (parts.has('admissions')) await measureAdmissions(county);
    } finally {
      await county.stop();
    }
  }
  if (parts.has('import')) await measureImport();
  if (parts.has('ballots')) await measureBallots();
  say('');
  say(`${cpus()[0]?.model ?? ''} x ${cpus().length}, ${new Date().toISOString().slice(0, 10)}`);
  say(table.text());
} finally {
  if (values.keep !== true && existsSync(base)) await rm(base, { recursive: true, force: true });
}
