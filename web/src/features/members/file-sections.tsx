import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { CATEGORIES } from '#contract/members';
import { chineseDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Timeline, type TimelineItem } from '../../patterns/timeline.tsx';
import { useAct } from '../../patterns/use-act.ts';
import type { FileAct } from './file-acts.tsx';
import { renewMembers, type MemberField, type MemberFile } from './queries.ts';
import './members.css';

const SECTIONS = {
  basic: '基本信息',
  party: '党籍',
  work: '工作',
  contact: '住址',
} as const;

export function FieldList({ fields }: { fields: readonly MemberField[] }): ReactNode {
  return (
    <dl className="file-fields">
      {fields.map((one) => (
        <div key={one.field}>
          <dt className="muted">{one.label}</dt>
          <dd>{one.text === '' ? '—' : one.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The parts of a file in reading order. Without `act` it is one's own file, which one reads only. */
export function FileSections({
  file,
  act,
}: {
  file: MemberFile;
  act?: (next: FileAct) => void;
}): ReactNode {
  return (
    <>
      {(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((section) => (
        <Section key={section} title={SECTIONS[section]}>
          <FieldList fields={file.fields.filter((one) => one.section === section)} />
        </Section>
      ))}
      <Section
        title="号码"
        note="完整号码只在写明用途后显示，每次都有记录。"
        actions={
          act === undefined ? undefined : (
            <span className="list-acts">
              {file.can['reveal'] === true ? (
                <Button onClick={() => act('reveal')}>查看完整号码</Button>
              ) : null}
              {file.can['secrets'] === true ? (
                <Button onClick={() => act('secrets')}>登记号码</Button>
              ) : null}
            </span>
          )
        }
      >
        <dl className="file-fields">
          <div>
            <dt className="muted">公民身份号码</dt>
            <dd className="number">{file.idNumber ?? '—'}</dd>
          </div>
          <div>
            <dt className="muted">手机号码</dt>
            <dd className="number">{file.phone ?? '—'}</dd>
          </div>
        </dl>
      </Section>
      <Stays file={file} />
      <Attachments file={file} mayEnd={act !== undefined && file.can['attach'] === true} />
      <History file={file} />
    </>
  );
}

function Stays({ file }: { file: MemberFile }): ReactNode {
  return (
    <Section title="组织关系">
      <RowList
        label="组织关系"
        rows={file.stays}
        rowKey={(stay) => `${stay.orgId}${stay.from}`}
        columns={[
          { key: 'org', title: '党组织', card: 'head', render: (stay) => stay.orgName },
          {
            key: 'category',
            title: '人员类别',
            render: (stay) => `${CATEGORIES[stay.category]}${stay.suspended ? '（停止党籍）' : ''}`,
          },
          {
            key: 'span',
            title: '起止',
            render: (stay) =>
              `${chineseDate(stay.from)}—${stay.to === null ? '现在' : chineseDate(stay.to)}`,
          },
          {
            key: 'ways',
            title: '方式',
            render: (stay) => (stay.wayOut === null ? stay.wayIn : `${stay.wayIn}；${stay.wayOut}`),
          },
          { key: 'paper', title: '依据', render: (stay) => stay.paper },
        ]}
      />
    </Section>
  );
}

function Attachments({ file, mayEnd }: { file: MemberFile; mayEnd: boolean }): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  const end = useAct({
    save: (attachmentId: MemberFile['attachments'][number]['attachmentId'], commandId) =>
      api.members.endAttachment({ attachmentId, on: today, commandId }),
    onSaved: () => renewMembers(queries),
    savedWords: '已结束',
  });
  if (file.attachments.length === 0) return null;
  return (
    <Section title="在别处参加组织生活" note="组织关系不变；在那里列为列席，不计入应到和表决。">
      <FailureNote failure={end.failure} />
      <RowList
        label="在别处参加组织生活"
        rows={file.attachments}
        rowKey={(one) => one.attachmentId}
        columns={[
          { key: 'host', title: '在哪里', card: 'head', render: (one) => one.host },
          { key: 'kind', title: '方式', card: 'mark', render: (one) => one.kindName },
          { key: 'duty', title: '职务', render: (one) => one.duty },
          {
            key: 'span',
            title: '起止',
            render: (one) =>
              `${chineseDate(one.from)}—${one.to === null ? '现在' : chineseDate(one.to)}`,
          },
          {
            key: 'end',
            title: '办理',
            render: (one) =>
              mayEnd && (one.to === null || one.to > today) ? (
                <Button loading={end.busy} onClick={() => end.run(one.attachmentId)}>
                  今天结束
                </Button>
              ) : null,
          },
        ]}
      />
    </Section>
  );
}

const MARKS = { entered: undefined, changed: undefined, corrected: '更正' } as const;

function History({ file }: { file: MemberFile }): ReactNode {
  const items = file.history.map((act): TimelineItem => {
    const mark = MARKS[act.kind];
    return {
      key: act.enteredAt,
      on: act.trueFrom,
      enteredOn: todayAt(Date.parse(act.enteredAt)) satisfies PlainDate,
      title: act.kind === 'entered' ? '建档' : act.kind === 'corrected' ? '更正' : '变更',
      ...(mark === undefined ? {} : { mark }),
      ...(act.by === '' ? {} : { by: act.by }),
      detail: (
        <ul className="history-lines">
          {act.lines.map((line) => (
            <li key={line.field}>
              {line.label}：{line.old === '' ? '' : `${line.old} → `}
              {line.next === '' ? '（空）' : line.next}
            </li>
          ))}
          {act.reason === '' ? null : <li className="muted">原因：{act.reason}</li>}
        </ul>
      ),
    };
  });
  return (
    <Section title="变更记录" note="内容从哪天起是真的，和哪天录入的，分开记；原来的内容一直保留。">
      <Timeline label="变更记录" items={items} />
    </Section>
  );
}
