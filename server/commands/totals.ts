import type { SqlClient } from '#platform/postgres';

/** One thing that must hold over the whole database; the query gives a line for each place where it does not. */
export interface Proof {
  readonly name: string;
  /** Gives `what`: kind and id of a record, with figures as written ≠ as reckoned. */
  readonly query: string;
}

/** Figures written and reckoned, side by side, of rows that have both under `columns`. */
const differing = (kind: string, columns: readonly string[], from: string): string => `
  select '${kind} ' || w.id || ' ' || concat_ws(', ', ${columns
    .map(
      (c) =>
        `case when w.${c} is distinct from r.${c} then '${c} ' || coalesce(w.${c}::text, '-') || ' ≠ ' || coalesce(r.${c}::text, '-') end`,
    )
    .join(', ')}) as what
    from ${from}
   where (${columns.map((c) => `w.${c}`).join(', ')}) is distinct from (${columns.map((c) => `r.${c}`).join(', ')})`;

const PRESENCE = ['entitled', 'present', 'on_leave', 'absent', 'guests', 'rated', 'rated_present'];

/** Standing meetings whose presence is known by names. */
const BY_NAME = `h.superseded_at is null and coalesce(jsonb_typeof(h.content -> 'totals'), 'null') = 'null'`;

/**
 * Every figure that was written when a record was made final, reckoned again from its rows. Reads as the
 * owner of the tables, over all tenants.
 */
export const TOTALS: readonly Proof[] = [
  {
    name: '会议人数等于签到记录',
    query: differing(
      'meeting_held',
      PRESENCE,
      `meeting_held w join lateral (
         select count(*) filter (where a.state <> 'guest') as entitled,
                count(*) filter (where a.state = 'present') as present,
                count(*) filter (where a.state = 'leave') as on_leave,
                count(*) filter (where a.state = 'absent') as absent,
                count(*) filter (where a.state = 'guest') as guests,
                count(*) filter (where a.rated) as rated,
                count(*) filter (where a.rated and a.state = 'present') as rated_present
           from attendance a
          where a.tenant_id = w.tenant_id and a.meeting_id = w.meeting_id and a.superseded_at is null
       ) r on exists (select 1 from meeting_held h where h.tenant_id = w.tenant_id and h.id = w.id and ${BY_NAME})`,
    ),
  },
  {
    name: '据纸质记录的会议人数等于所填合计',
    query: differing(
      'meeting_held',
      PRESENCE,
      `meeting_held w join lateral (
         select t.entitled, t.present, 0 as on_leave, t.entitled - t.present as absent, 0 as guests,
                0 as rated, 0 as rated_present
           from jsonb_to_record(w.content -> 'totals') as t (entitled int, present int)
       ) r on w.superseded_at is null and jsonb_typeof(w.content -> 'totals') = 'object'`,
    ),
  },
  {
    name: '会议议题数、时长等于记录',
    query: differing(
      'meeting_held',
      ['items', 'minutes'],
      `meeting_held w join lateral (
         select (select count(*) from meeting_item i where i.tenant_id = w.tenant_id
                    and i.meeting_id = w.meeting_id and i.superseded_at is null) as items,
                (select extract(epoch from t."endsAt"::time - t."startsAt"::time)::int / 60
                   from jsonb_to_record(nullif(w.content -> 'held', 'null')) as t ("startsAt" text, "endsAt" text)
                  where t."endsAt"::time > t."startsAt"::time) as minutes
       ) r on w.superseded_at is null`,
    ),
  },
  {
    name: '表决结果等于会议记录',
    query: `select 'meeting_vote ' || v.id || ' ' || v.item_seq as what
              from meeting_vote v
              join meeting_held h on h.tenant_id = v.tenant_id and h.meeting_id = v.meeting_id and h.superseded_at is null
             where v.superseded_at is null and not exists (
               select 1 from jsonb_to_recordset(h.content -> 'items' -> (v.item_seq - 1) -> 'votes')
                   as c (subject text, "for" int, against int, abstain int, recused int)
                where c.subject = v.subject and c."for" = v.in_favour and c.against = v.against
                  and c.abstain = v.abstained and c.recused = v.recused)
                or v.superseded_at is null
                   and (v.passed <> (v.in_favour >= v.needed) or v.needed <> v.entitled / 2 + 1)
            union all
            select 'meeting_held ' || h.id || ' votes ' || n.votes || ' ≠ ' || n.standing
              from meeting_held h, lateral (
                select (select coalesce(sum(jsonb_array_length(i -> 'votes')), 0)
                          from jsonb_array_elements(h.content -> 'items') i) as votes,
                       (select count(*) from meeting_vote v where v.tenant_id = h.tenant_id
                           and v.meeting_id = h.meeting_id and v.superseded_at is null) as standing) n
             where h.superseded_at is null and n.votes <> n.standing`,
  },
  {
    name: '学时合计等于每人学时',
    query: `select 'meeting ' || coalesce(w.meeting_id, r.meeting_id) || ' minutes ' || coalesce(w.minutes, 0) || ' ≠ '
                   || coalesce(r.minutes, 0) || ', people ' || coalesce(w.people, 0) || ' ≠ ' || coalesce(r.people, 0) as what
              from (select * from meeting_study where superseded_at is null) w
              full join (
                select tenant_id, meeting_id, sum(minutes) as minutes, count(*) as people from attendance
                 where superseded_at is null and minutes > 0 group by 1, 2
              ) r on r.tenant_id = w.tenant_id and r.meeting_id = w.meeting_id
             where (w.minutes, w.people) is distinct from (r.minutes, r.people)`,
  },
  {
    name: '上缴金额等于所含收款',
    query: differing(
      'dues_remittance',
      ['amount_fen'],
      `dues_remittance w join lateral (
         select coalesce(sum(x.amount_fen), 0) as amount_fen from dues_remittance_receipt l
           join dues_receipt x on x.tenant_id = l.tenant_id and x.id = l.receipt_id
          where l.tenant_id = w.tenant_id and l.remittance_id = w.id and l.superseded_at is null
       ) r on w.superseded_at is null`,
    ),
  },
  {
    name: '党员每年交纳的党费等于收款',
    query: `select 'person ' || coalesce(w.person_id, r.person_id) || ' ' || coalesce(w.year, r.year) || ' dues_fen '
                   || coalesce(w.dues_fen, 0) || ' ≠ ' || coalesce(r.dues_fen, 0) || ', voluntary_fen '
                   || coalesce(w.voluntary_fen, 0) || ' ≠ ' || coalesce(r.voluntary_fen, 0) as what
              from dues_paid_year w
              full join (
                select tenant_id, org_id, person_id, extract(year from paid_on)::int as year,
                       coalesce(sum(amount_fen) filter (where superseded_at is null and not voluntary), 0) as dues_fen,
                       coalesce(sum(amount_fen) filter (where superseded_at is null and voluntary), 0) as voluntary_fen,
                       max(greatest(entered_at, superseded_at)) as entered_at
                  from dues_receipt group by 1, 2, 3, 4
              ) r on r.tenant_id = w.tenant_id and r.org_id = w.org_id and r.person_id = w.person_id and r.year = w.year
             where (w.dues_fen, w.voluntary_fen, w.entered_at) is distinct from (r.dues_fen, r.voluntary_fen, r.entered_at)`,
  },
  {
    name: '银行流水金额等于所对收款',
    query: differing(
      'dues_bank_line',
      ['amount_fen'],
      `dues_bank_line w join dues_receipt r on r.tenant_id = w.tenant_id and r.id = w.receipt_id
           and w.superseded_at is null and r.superseded_at is null`,
    ),
  },
  {
    name: '定稿报告的数字等于所列来源之和',
    query: differing(
      'report_figure',
      ['value', 'source_rows'],
      `report_figure w join lateral (
         select coalesce(sum(s.adds), 0) as value, count(*) as source_rows from report_source s
          where s.tenant_id = w.tenant_id and s.issued_id = w.issued_id and s.indicator = w.indicator and s.body = w.body
       ) r on true`,
    ),
  },
];

const SHOWN = 20;

/** Lines where a proof fails: at most twenty, and a word where there are more. */
export async function failuresOf(client: SqlClient, { query }: Proof): Promise<readonly string[]> {
  const found = await client.query<{ what: string }>(`${query} limit ${SHOWN + 1}`);
  const lines = found.map((row) => row.what);
  return lines.length > SHOWN ? [...lines.slice(0, SHOWN), '……'] : lines;
}
