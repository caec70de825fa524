import { Button, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TALK_KINDS } from '#contract/talks';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { RecordDrawer, type Pair } from './record-drawer.tsx';
import { coverageQuery, renewTalks, yearOptions, type Coverage } from './queries.ts';
import { coverageRoute } from './routes.ts';
import './talks.css';

interface Tables {
  readonly data: Coverage;
  /** Opens the form for two people; undefined where the one who looks may not enter. */
  readonly record?: (pair: Pair) => void;
}

/** A talk not yet held; a click opens the form with both names. */
const Open = ({
  pair,
  record,
  label,
}: {
  pair: Pair;
  record?: Tables['record'];
  label: string;
}): ReactNode =>
  record === undefined ? (
    <span className="muted">○ 未谈</span>
  ) : (
    <Button type="link" size="small" aria-label={`未谈，登记${label}`} onClick={() => record(pair)}>
      <span aria-hidden>○ </span>未谈
    </Button>
  );

/** Each two of the committee; the upper half is enough, a talk has no direction here. */
function CommitteeMatrix({ data, record }: Tables): ReactNode {
  const { committee, pairs } = data;
  if (committee.length < 2)
    return <p className="muted">班子成员不足两人，没有支委之间的谈心要求。</p>;
  const between = (a: string, b: string) =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
  return (
    <div className="talk-scroll" tabIndex={0} role="region" aria-label="支委会成员之间">
      <table className="talk-matrix">
        <caption>支委会成员之间</caption>
        <thead>
          <tr>
            <td />
            {committee.map((one) => (
              <th key={one.personId} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {committee.map((row) => (
            <tr key={row.personId}>
              <th scope="row">
                {row.name} <span className="muted">{row.post}</span>
              </th>
              {committee.map((column) => {
                const pair = between(row.personId, column.personId);
                return (
                  <td key={column.personId}>
                    {row.personId === column.personId ? (
                      '—'
                    ) : pair === undefined || pair.on === null ? (
                      <Open
                        pair={{ talker: row.personId, partner: column.personId }}
                        record={record}
                        label={`${row.name}与${column.name}`}
                      />
                    ) : (
                      `● ${pair.on.slice(5)}`
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MemberMatrix({ data, record }: Tables): ReactNode {
  // The first of the committee is proposed as the talker; the form lets one choose another.
  const [first] = data.committee;
  const cell = (
    one: Coverage['members'][number],
    covered: { on: string; with: string } | null,
    pair: Pair,
    label: string,
  ): ReactNode =>
    covered !== null ? (
      `● ${covered.on.slice(5)} 与${covered.with}`
    ) : one.fresh ? (
      <span className="muted">新入册</span>
    ) : (
      <Open pair={pair} record={record} label={`${one.name}与${label}`} />
    );
  if (data.members.length === 0) return <p className="muted">没有班子以外的党员。</p>;
  return (
    <div className="talk-scroll" tabIndex={0} role="region" aria-label="党员谈心情况">
      <table className="talk-matrix">
        <caption>党员</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">与支委会成员</th>
            <th scope="col">与其他党员</th>
          </tr>
        </thead>
        <tbody>
          {data.members.map((one) => (
            <tr key={one.personId}>
              <th scope="row">{one.name}</th>
              <td>
                {cell(
                  one,
                  one.withCommittee,
                  first === undefined
                    ? { talker: one.personId, partner: null }
                    : { talker: first.personId, partner: one.personId },
                  '支委会成员',
                )}
              </td>
              <td>
                {cell(one, one.withMember, { talker: one.personId, partner: null }, '其他党员')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OfficeLine({ data }: { data: Coverage }): ReactNode {
  return data.office.map((line) => (
    <section key={line.kind}>
      <h3>{TALK_KINDS[line.kind].name}</h3>
      {line.rows.length === 0 ? (
        <p className="muted">没有登记。</p>
      ) : (
        <ul>
          {line.rows.map((row) => (
            <li key={row.talker}>
              {row.talker}：
              {row.partners
                .map((one) => `${one.name}（${one.days.map((day) => day.slice(5)).join('、')}）`)
                .join('，')}
            </li>
          ))}
        </ul>
      )}
    </section>
  ));
}

/** 谈心谈话覆盖: the branch's rule and the line of the office, each as its own matrix. */
export function CoveragePage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = coverageRoute.useSearch();
  const navigate = coverageRoute.useNavigate();
  const year = Number(search.year ?? thisYear);
  const query = useQuery(coverageQuery((search.orgId ?? me.acting.orgId) as OrgId, year));
  const { data } = query;
  const queries = useQueryClient();
  const [pair, setPair] = useState<Pair | null>(null);
  const record = data?.can['record'] === true ? setPair : undefined;
  const left =
    data === undefined ? 0 : data.open.pairs + data.open.withCommittee + data.open.withMember;
  return (
    <Page
      title="谈心谈话覆盖情况"
      lead={`每年一般不少于1次${data?.basis ?? ''}。`}
      back={{ to: '/talks', label: '谈心谈话一览' }}
      actions={
        <Select
          aria-label="年度"
          value={String(year)}
          options={yearOptions(thisYear)}
          onChange={(value) => void navigate({ search: { ...search, year: value } })}
        />
      }
    >
      {query.error !== null ? (
        <Fault error={query.error} retry={() => void query.refetch()} />
      ) : data === undefined ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <div className="panel talk-coverage">
          <p>
            截至{chineseDate(data.day)}：
            {left === 0
              ? '应谈的都已谈过。'
              : `还有支委之间${data.open.pairs}对、与支委${data.open.withCommittee}人、党员之间${data.open.withMember}人没有谈过。`}
          </p>
          <h2>支部谈心</h2>
          <CommitteeMatrix data={data} record={record} />
          <MemberMatrix data={data} record={record} />
          <h2>工作谈话和提醒谈话</h2>
          <OfficeLine data={data} />
        </div>
      )}
      {/* Anew for every pair, since a form takes its first values once. */}
      <RecordDrawer
        key={pair === null ? 'none' : `${pair.talker}-${pair.partner ?? ''}`}
        orgId={(search.orgId ?? me.acting.orgId) as OrgId}
        open={pair !== null}
        pair={pair}
        onClose={() => setPair(null)}
        onSaved={() => renewTalks(queries)}
      />
    </Page>
  );
}
