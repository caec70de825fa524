import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FORMS, ITEM_KINDS, VOTE_METHODS } from '#contract/meetings-words';
import { chineseDate } from '#kernel/plain-date';
import { Section } from '../../patterns/detail-page.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { PaperLinks } from './paper-links.tsx';
import { detailQuery, type Item, type MeetingDetail, type RollLine } from './queries.ts';
import { VersionHistory } from './version-history.tsx';
import { sentText } from './words.ts';

/** Roll, items, files, versions: the record as one reads it. */
export function MeetingSections({ detail }: { detail: MeetingDetail }): ReactNode {
  const queries = useQueryClient();
  const renew = async (): Promise<void> =>
    queries.invalidateQueries({ queryKey: detailQuery(detail.meetingId).queryKey });
  const mayAttach = detail.can['presence'] === true || detail.can['reopen'] === true;
  return (
    <>
      {detail.siblings.length === 0 ? null : (
        <Section title="同一时间地点的会">
          <ul className="planned">
            {detail.siblings.map((one) => (
              <li key={one.meetingId}>
                <Link to="/meetings/one" search={{ meetingId: one.meetingId }}>
                  {one.title === '' ? one.kindName : one.title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {detail.form === 'meeting' ? <RollFacts detail={detail} /> : <ReachedFacts detail={detail} />}
      <Section title="议题">
        {detail.items.length === 0 ? (
          <p className="muted">还没有填写议题。</p>
        ) : (
          <ol className="minutes-items">
            {detail.items.map((item, index) => (
              <ItemText
                key={`${index}-${item.title}`}
                item={item}
                number={index + 1}
                results={detail.voteResults[index] ?? []}
              />
            ))}
          </ol>
        )}
        {detail.note === '' ? null : <p className="said">{detail.note}</p>}
      </Section>
      {detail.rollFrozen || detail.paperTotals || detail.files.length > 0 ? (
        <EvidenceSection detail={detail} renew={renew} editable={mayAttach} />
      ) : null}
      {detail.state === 'cancelled' ? null : (
        <Section title="打印">
          <PaperLinks
            papers={detail.rollFrozen ? ['minutes', 'sign-in'] : ['notice', 'sign-in', 'package']}
            of={{ meetingId: detail.meetingId, sittingId: detail.sittingId }}
          />
        </Section>
      )}
      <VersionHistory detail={detail} />
    </>
  );
}

const GROUPS = [
  ['实到', 'present'],
  ['请假', 'leave'],
  ['缺席', 'absent'],
  ['未登记', 'unknown'],
] as const;

const nameOf = (line: RollLine): string => {
  const about = [
    line.reason,
    line.away.length > 0 ? `第${line.away.join('、')}项不在场` : '',
    line.sent === null ? '' : sentText(line.sent),
  ]
    .filter((word) => word !== '')
    .join('，');
  return about === '' ? line.name : `${line.name}（${about}）`;
};

/** 送教上门 or 邮寄资料 as a session: who was reached, and nobody else. */
function ReachedFacts({ detail }: { detail: MeetingDetail }): ReactNode {
  const reached = detail.roll.filter((line) => line.state === 'present');
  return (
    <Section title="送到的同志" note="其余同志不算缺席，不计入到会率。">
      {reached.length === 0 ? (
        <p className="muted">还没有登记。</p>
      ) : (
        <p>
          {FORMS[detail.form]} <strong className="number">{reached.length}</strong> 人：
          {reached.map((line) => line.name).join('、')}
        </p>
      )}
    </Section>
  );
}

/** Before a meeting: how many have to come. */
const neededBefore = ({ quorum, neededToDecide }: MeetingDetail): string | undefined =>
  quorum.needed === 0
    ? undefined
    : `有表决权${quorum.entitled}人，须${quorum.needed}人到会才能开会${neededToDecide === 0 ? '' : `，表决须${neededToDecide}票赞成`}。`;

function RollFacts({ detail }: { detail: MeetingDetail }): ReactNode {
  const { counts } = detail;
  const entitled = detail.roll.filter((line) => line.part === 'entitled');
  const guests = detail.roll.filter((line) => line.part === 'guest');
  const marked = counts.unknown < counts.entitled;
  return (
    <Section
      title="到会"
      note={
        detail.paperTotals
          ? '据纸质记录，只有人数，不计学时，不能用于对人的表决。'
          : marked && detail.quorum.needed > 0
            ? detail.quorum.text
            : neededBefore(detail)
      }
    >
      <p className="roll-counts">
        应到 <strong className="number">{counts.entitled}</strong>
        {marked || detail.paperTotals ? (
          <>
            {' '}
            · 实到 <strong className="number">{counts.present}</strong>
            {detail.paperTotals ? '' : ` · 请假 ${counts.leave} · 缺席 ${counts.absent}`}
          </>
        ) : null}
        {guests.length === 0 ? '' : ` · 列席 ${guests.length}`}
      </p>
      <dl className="roll-facts">
        {marked ? (
          GROUPS.map(([label, state]) => {
            const lines = entitled.filter((line) => line.state === state);
            return lines.length === 0 ? null : (
              <div key={state}>
                <dt>{label}</dt>
                <dd>{lines.map(nameOf).join('、')}</dd>
              </div>
            );
          })
        ) : entitled.length === 0 ? null : (
          <div>
            <dt>应到</dt>
            <dd>{entitled.map((line) => line.name).join('、')}</dd>
          </div>
        )}
        {guests.length === 0 ? null : (
          <div>
            <dt>列席</dt>
            <dd>
              {guests
                .map((line) => (line.note === '' ? line.name : `${line.name}（${line.note}）`))
                .join('、')}
            </dd>
          </div>
        )}
      </dl>
      {counts.frailAway === 0 ? null : (
        <p className="muted">年老体弱未到{counts.frailAway}人，不计入到会率。</p>
      )}
    </Section>
  );
}

interface ItemTextProps {
  readonly item: Item;
  readonly number: number;
  readonly results: MeetingDetail['voteResults'][number];
}

function ItemText({ item, number, results }: ItemTextProps): ReactNode {
  const parts = [
    ['讨论', item.talk],
    ['落实结果', item.outcome],
    ['决定', item.decision],
  ] as const;
  return (
    <li>
      <h3>
        {number}．{item.title}
        {item.kind === 'regular' ? null : <span className="tag">{ITEM_KINDS[item.kind]}</span>}
      </h3>
      <dl className="roll-facts">
        {parts.map(([label, text]) =>
          text === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="said">{text}</dd>
            </div>
          ),
        )}
        {item.votes.map((vote, index) => (
          <div key={index}>
            <dt>{VOTE_METHODS[vote.method]}</dt>
            <dd>
              {vote.subject}：
              {results[index]?.text ??
                `赞成${vote.for}票，反对${vote.against}票，弃权${vote.abstain}票`}
              {vote.recused > 0 ? `，回避${vote.recused}人` : ''}
            </dd>
          </div>
        ))}
        {item.tasks.map((task, index) => (
          <div key={task.decisionId ?? index}>
            <dt>交办</dt>
            <dd>
              {task.text}
              {task.responsible === null ? '' : `（${task.responsible.name}）`}
              {task.dueOn === null ? '' : `，${chineseDate(task.dueOn)}前`}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
