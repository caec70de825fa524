import type pg from 'pg';
import { forecast, stateOf, versionOn } from '#engines/procedure';
import { addDays, addMonths, todayAt, type PlainDate } from '#kernel/plain-date';
import { workCalendar } from '#kernel/work-days';
import { ADMISSION, REGISTER_OF } from '#modules/admissions';

/** Cases on the way in the county that is measured, at all stages. */
export const OPEN_CASES = 3_000;

const WAY = [
  'apply',
  'first_talk',
  'determine_activist',
  'file_activist',
  'assign_contacts',
  'observe',
  'observe',
  'determine_target',
  'consent_target',
  'begin_notice',
  'close_notice',
  'determine_introducers',
  'review',
  'train',
  'committee_review',
  'prereview',
  'issue_book',
  'fill_form',
  'accept',
  'upper_talk',
  'approve',
  'assign_branch',
  'oath',
  'observe_probation',
] as const;
/** A case as long as this stands in the middle of probation. */
const TARGET_AT = WAY.indexOf('determine_target');

interface Stage {
  readonly state: string;
  readonly register: string;
  readonly next: string;
  readonly actor: string;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly steps: readonly {
    readonly move: string;
    readonly on: PlainDate;
    readonly until: PlainDate | null;
  }[];
}

/** A case with so many steps done: the first ones by the half-year, those from the target on every five days. */
function stageOf(length: number, today: PlainDate, shift: number): Stage {
  const moves = WAY.slice(0, length);
  const late = moves.length - TARGET_AT;
  const steps = moves.map((move, at) => {
    const on =
      at >= TARGET_AT
        ? addDays(today, -5 * (moves.length - at) - shift)
        : addMonths(
            addDays(today, -5 * Math.max(late, 0) - shift - 10),
            -3 * (Math.min(moves.length, TARGET_AT) - 1 - at),
          );
    return { move, on, until: move === 'begin_notice' ? addDays(on, 4) : null };
  });
  const file = {
    done: steps.map(({ move, on, until }) => ({
      id: move,
      move,
      on,
      by: '',
      ...(until === null ? {} : { until }),
    })),
    pauses: [],
  };
  const state = stateOf(ADMISSION, file);
  const [coming] = forecast(ADMISSION, file, today, workCalendar());
  const next = coming?.move;
  return {
    state,
    register: REGISTER_OF[state],
    next: next ?? '',
    actor: next === undefined ? '' : (versionOn(ADMISSION, today).moves[next]?.actor ?? ''),
    from: coming?.earliest ?? null,
    until: coming?.latest ?? null,
    steps,
  };
}

/** 3,000 people with an application, spread over the branches, each at one of the stages. */
export async function casesOfCounty(sql: pg.Client): Promise<void> {
  const today = todayAt(Date.now());
  const stages = Array.from({ length: OPEN_CASES }, (_, n) =>
    stageOf(1 + (n % WAY.length), today, (n * 7) % 20),
  );
  await sql.query(
    `create temp table bench_case as
     select o.tenant_id, o.org_id, o.org_path, o.by, c.n::int as n,
            ('00000004-0000-7000-8000-' || lpad(c.n::text, 12, '0'))::uuid as person_id,
            ('00000005-0000-7000-8000-' || lpad(c.n::text, 12, '0'))::uuid as case_id
       from (select *, row_number() over (order by org_path) as k, count(*) over () as m
               from bench_org where kind = 'branch') o
       join generate_series(1, $1::int) c(n) on c.n % o.m = o.k - 1`,
    [OPEN_CASES],
  );
  await sql.query(
    `insert into person (tenant_id, person_id, org_id, org_path, entered_at, entered_by)
     select tenant_id, person_id, org_id, org_path, '2023-01-01', by from bench_case`,
  );
  await sql.query(
    `insert into person_state (tenant_id, id, person_id, org_id, org_path, other_path, name, sex, born_on, education, valid_from,
       entered_at, entered_by)
     select c.tenant_id, uuidv7(), c.person_id, c.org_id, c.org_path, c.org_path, w.name,
       case when c.n % 2 = 0 then 'male' else 'female' end, date '1985-01-01' + (c.n * 37 % 7000), 'university', '2023-01-01',
       '2023-01-01', c.by
       from bench_case c join bench_name w on w.n = c.n % 800`,
  );
  await sql.query(
    `insert into admission_case (tenant_id, case_id, person_id, org_id, org_path, state, register, next_move, next_actor, next_from,
       next_until, entered_at, entered_by)
     select c.tenant_id, c.case_id, c.person_id, c.org_id, c.org_path, s.state, s.register, s.next, s.actor, s.due_from, s.due,
       '2023-01-01', c.by
       from bench_case c
       join unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[]) with ordinality
         as s(state, register, next, actor, due_from, due, n) on s.n = c.n`,
    [
      stages.map((one) => one.state),
      stages.map((one) => one.register),
      stages.map((one) => one.next),
      stages.map((one) => one.actor),
      stages.map((one) => one.from),
      stages.map((one) => one.until),
    ],
  );
  const steps = stages.flatMap((stage, at) =>
    stage.steps.map((step, index) => ({ ...step, n: at + 1, seq: index + 1 })),
  );
  await sql.query(
    `insert into admission_step (tenant_id, id, case_id, person_id, org_id, org_path, other_path, seq, move, done_on, until_on, rules, by_name,
       by_as, entered_at, entered_by)
     select c.tenant_id, uuidv7(), c.case_id, c.person_id, c.org_id, c.org_path, c.org_path, s.seq, s.move, s.done, s.until,
       case when s.done < '2026-05-11' then '2014' else '2026' end, '经办人', '', s.done + interval '9 hours', c.by
       from unnest($1::int[], $2::int[], $3::text[], $4::date[], $5::date[]) as s(n, seq, move, done, until)
       join bench_case c on c.n = s.n`,
    [
      steps.map((step) => step.n),
      steps.map((step) => step.seq),
      steps.map((step) => step.move),
      steps.map((step) => step.on),
      steps.map((step) => step.until),
    ],
  );
}
