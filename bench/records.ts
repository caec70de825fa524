import type pg from 'pg';
import type { CountySize } from './generate.ts';

/** Where the three years end: with the last day of the month before this one. */
const START = `(date_trunc('month', current_date) - make_interval(months => $1 * 12))::date`;

/**
 * Thirty meetings of a branch in a year: twelve of the committee, four of all members, four classes, ten
 * theme days. Everybody is on every roll; two in thirty are on leave, two absent.
 */
const CALENDAR = `
  select k, kind, study, row_number() over (order by k, day) as n,
         (${START} + make_interval(months => k))::date + day as held_on
    from generate_series(0, $1 * 12 - 1) k
    cross join (values ('committee_meeting', 4, false), ('members_meeting', 9, true), ('party_class', 14, true),
      ('theme_day', 19, true)) c(kind, day, study)
   where case kind when 'committee_meeting' then true when 'members_meeting' then k % 3 = 2
     when 'party_class' then k % 3 = 1 else k % 12 not in (0, 7) end`;

const NAMES = `case kind when 'committee_meeting' then '支部委员会会议' when 'members_meeting' then '支部党员大会'
  when 'party_class' then '党课' else '主题党日' end`;

const STATE = `case ((p.n + s) % 15) when 0 then 'leave' when 7 then 'absent' else 'present' end`;

const ITEMS = `(select jsonb_agg(jsonb_build_object('kind', case g when 1 then 'first_topic' else 'regular' end,
    'title', '议题' || g, 'presenter', '书记', 'material', '学习材料' || g,
    'talk', repeat('与会人员结合工作实际作了发言，提出了意见和建议。', 6), 'decision', '会议议定按计划办理。',
    'votes', case g when 3 then jsonb_build_array(jsonb_build_object('subject', '通过计划', 'method', 'show_of_hands',
      'onPerson', false, 'for', 26, 'against', 0, 'abstain', 0, 'recused', 0)) else '[]'::jsonb end,
    'tasks', '[]'::jsonb, 'followUpOf', null, 'outcome', '') order by g) from generate_series(1, 3) g)`;

/** Meetings with everything a finalised one leaves: roll, minutes, presence, study time, items, votes. */
export async function meetingsOfYears(sql: pg.Client, size: CountySize): Promise<void> {
  await sql.query(`create temp table bench_day as ${CALENDAR}`, [size.years]);
  // What a meeting freezes depends on the branch and on who of thirty is away: fifteen ways of a branch.
  await sql.query(`create temp table bench_content as
    with phase as (
      select p.org_id, s,
        jsonb_agg(jsonb_build_object('key', p.person_id, 'personId', p.person_id, 'name', p.name, 'column', 'attend',
          'voting', true, 'alarm', true, 'frail', false, 'unit', '', 'note', '') order by p.n) as roll,
        jsonb_object_agg(p.person_id, jsonb_build_object('state', ${STATE}, 'reason',
          case ((p.n + s) % 15) when 0 then '出差' else '' end, 'away', '[]'::jsonb)) as marks,
        jsonb_build_object('personId', min(p.person_id::text) filter (where p.i = 1), 'name', min(p.name) filter (where p.i = 1)) as chair,
        jsonb_build_object('personId', min(p.person_id::text) filter (where p.i = 3), 'name', min(p.name) filter (where p.i = 3)) as recorder
      from bench_person p cross join generate_series(0, 14) s group by p.org_id, s)
    select org_id, s, jsonb_build_object('chair', chair, 'recorder', recorder, 'items', items.all_of, 'note', '', 'roll', roll,
        'marks', marks, 'totals', null, 'held', jsonb_build_object('startsAt', '09:00', 'endsAt', '10:30', 'place', '会议室')) as content
      from phase cross join (select ${ITEMS} as all_of) items`);
  await sql.query(`create temp table bench_meeting as
    select uuidv7(d.held_on - now()) as meeting_id, uuidv7(d.held_on - now()) as sitting_id, o.tenant_id, o.by,
           o.org_id, o.org_path, d.*, ${NAMES.replace('case kind', 'case d.kind')} as title
      from bench_day d cross join bench_org o where o.kind = 'branch' order by d.held_on, o.n`);
  await sql.query(
    'analyze bench_meeting; create index on bench_content (org_id, s); analyze bench_content',
  );
  const body = `case when m.kind = 'committee_meeting' then 'committee' else 'members' end`;
  const entered = `m.held_on + interval '34 hours'`;
  await sql.query(`
    insert into sitting (tenant_id, id, org_id, org_path, held_on, starts_at, ends_at, place, started_at, entered_at, entered_by)
    select tenant_id, sitting_id, org_id, org_path, held_on, '09:00', '10:30', '会议室', held_on + interval '1 hour',
           held_on - interval '3 days', by from bench_meeting m`);
  await sql.query(`
    insert into meeting (tenant_id, id, sitting_id, org_id, org_path, kind, body, title, held_on, year_of, state, content,
      prepared_by, prepared_name, version, entered_at, entered_by)
    select tenant_id, meeting_id, sitting_id, m.org_id, org_path, m.kind, ${body}, title, held_on, extract(year from held_on), 'final',
           c.content, by, '组织委员', 4, held_on - interval '3 days', by
      from bench_meeting m join bench_content c on c.org_id = m.org_id and c.s = m.n % 15`);
  await sql.query(`
    insert into meeting_held (tenant_id, id, meeting_id, sitting_id, version, org_id, org_path, kind, body, form, entry, title, held_on,
      year_of, special, campaign, entitled, present, on_leave, absent, guests, rated, rated_present, items, minutes, study, content,
      fingerprint, prepared_by, prepared_name, approved_by, approved_name, recorded_on, entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), meeting_id, sitting_id, 1, m.org_id, org_path, m.kind, ${body}, 'meeting', 'live', title,
      held_on, extract(year from held_on), false, '', t.n, t.here, t.leave, t.n - t.here - t.leave, 0, t.n, t.here, 3, 90, m.study,
      c.content, encode(sha256(convert_to(meeting_id::text, 'UTF8')), 'hex'), by, '组织委员', by, '书记', held_on, ${entered}, by
      from bench_meeting m join bench_content c on c.org_id = m.org_id and c.s = m.n % 15
      cross join lateral (select count(*) as n, count(*) filter (where v.value ->> 'state' = 'present') as here,
        count(*) filter (where v.value ->> 'state' = 'leave') as leave from jsonb_each(c.content -> 'marks') v) t`);
  await sql.query(`
    insert into attendance (tenant_id, id, person_id, meeting_id, sitting_id, org_id, org_path, held_on, minutes, state, rated, kind,
      title, reason, entered_at, entered_by)
    select m.tenant_id, uuidv7(m.held_on - now()), p.person_id, m.meeting_id, m.sitting_id, m.org_id, m.org_path, m.held_on,
      case when m.study and (p.n + m.n) % 15 not in (0, 7) then 90 else 0 end,
      ${STATE.replace('s)', 'm.n)')}, true, m.kind, m.title, case (p.n + m.n) % 15 when 0 then '出差' else '' end, ${entered}, m.by
      from bench_meeting m join bench_person p on p.org_id = m.org_id order by m.held_on, p.n`);
  await sql.query(`
    insert into meeting_study (tenant_id, id, meeting_id, sitting_id, org_id, org_path, held_on, kind, title, minutes, people,
      entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), meeting_id, sitting_id, org_id, org_path, held_on, kind, title, present * 90, present,
      entered_at, entered_by from meeting_held where study`);
  await sql.query(`
    insert into meeting_item (tenant_id, id, meeting_id, org_id, org_path, held_on, seq, kind, title, decision, entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), meeting_id, org_id, org_path, held_on, g,
      case g when 1 then 'first_topic' else 'regular' end, '议题' || g, '会议议定按计划办理。', ${entered}, by
      from bench_meeting m cross join generate_series(1, 3) g order by held_on`);
  await sql.query(`
    insert into meeting_vote (tenant_id, id, meeting_id, org_id, org_path, held_on, item_seq, subject, method, on_person, entitled,
      present, in_favour, against, abstained, recused, needed, passed, entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), meeting_id, org_id, org_path, held_on, 3, '通过计划', 'show_of_hands', false, entitled,
      present, present, 0, 0, 0, entitled / 2 + 1, true, entered_at, entered_by from meeting_held`);
  // One decision of each committee meeting; all but those of the last two are done.
  await sql.query(`create temp table bench_decision as
    select uuidv7(held_on - now()) as decision_id, row_number() over (partition by org_id order by held_on desc) as back, m.*
      from bench_meeting m where kind = 'committee_meeting'`);
  await sql.query(`
    insert into meeting_decision (tenant_id, id, decision_id, meeting_id, org_id, org_path, decided_on, item_seq, item_title, what,
      responsible_name, due_on, entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), decision_id, meeting_id, org_id, org_path, held_on, 2, '议题2', '落实会议议定事项',
      '组织委员', held_on + 30, ${entered}, by from bench_decision m order by held_on`);
  await sql.query(`
    insert into meeting_outcome (tenant_id, id, decision_id, org_id, org_path, closed_on, outcome, entered_at, entered_by)
    select tenant_id, uuidv7(held_on - now()), decision_id, org_id, org_path, held_on + 20, '已办结', held_on + 20, by
      from bench_decision where back > 2 order by held_on`);
}

/** Everybody pays half a per cent of a wage each month, but for one in forty of late; a branch hands over what it took at the end of each quarter. */
export async function duesOfYears(sql: pg.Client, size: CountySize): Promise<void> {
  await sql.query(
    `insert into dues_base (tenant_id, id, payer_id, person_id, org_id, org_path, payer_kind, base_fen, valid_from, entered_at, entered_by)
     select tenant_id, uuidv7(), person_id, person_id, org_id, org_path, 'wage', 300000 + (n % 1000) * 200, ${START}, ${START}, by
       from bench_person`,
    [size.years],
  );
  await sql.query(
    `insert into dues_receipt (tenant_id, id, person_id, org_id, org_path, paid_on, amount_fen, means, entered_at, entered_by)
     select tenant_id, uuidv7(d - now()), person_id, org_id, org_path, d::date, 1500 + n % 1000, 'cash', d + interval '1 hour', by
       from generate_series(0, $1 * 12 - 1) k cross join lateral (select (${START} + make_interval(months => k, days => 9))::timestamptz as d) t
      cross join bench_person where n % 40 <> 0 or k < $1 * 12 - 2 order by d, n`,
    [size.years],
  );
  await sql.query(`
    insert into dues_paid_year (tenant_id, org_id, org_path, person_id, year, dues_fen, voluntary_fen, entered_at, entered_by)
    select tenant_id, org_id, org_path, person_id, extract(year from paid_on)::int, sum(amount_fen), 0, max(entered_at),
      min(entered_by::text)::uuid from dues_receipt group by 1, 2, 3, 4, 5`);
  await sql.query(`create temp table bench_handed as
    select tenant_id, uuidv7() as id, org_id, org_path, (date_trunc('quarter', paid_on) + interval '3 months - 3 days')::date as handed_on,
      sum(amount_fen) as amount_fen, min(entered_by::text)::uuid as by
    from dues_receipt group by 1, 3, 4, 5 having (date_trunc('quarter', min(paid_on)) + interval '3 months')::date <= current_date`);
  await sql.query(`
    insert into dues_remittance (tenant_id, id, org_id, org_path, handed_on, amount_fen, received_by, entered_at, entered_by)
    select tenant_id, id, org_id, org_path, handed_on, amount_fen, '镇党委', handed_on + interval '10 hours', by from bench_handed`);
  await sql.query(`
    insert into dues_remittance_receipt (tenant_id, id, remittance_id, receipt_id, org_id, org_path, entered_at, entered_by)
    select r.tenant_id, uuidv7(h.handed_on - now()), h.id, r.id, r.org_id, r.org_path, h.handed_on + interval '10 hours', r.entered_by
      from dues_receipt r join bench_handed h on h.org_id = r.org_id
       and h.handed_on = (date_trunc('quarter', r.paid_on) + interval '3 months - 3 days')::date
     order by h.handed_on`);
  await sql.query(`
    insert into org_clock (tenant_id, org_id, last_entered_at)
    select tenant_id, org_id, max(entered_at) from dues_receipt group by 1, 2 on conflict do nothing`);
}
