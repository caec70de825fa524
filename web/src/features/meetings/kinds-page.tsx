import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import type { Answer, Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { KindDrawer } from './kind-drawer.tsx';
import { kindsQuery, renewMeetings, type Kind } from './queries.ts';
import { SettingsDrawer } from './settings-drawer.tsx';
import { rhythmText } from './year-table.tsx';
import type { PlainDate } from '#kernel/plain-date';

type Kinds = Answer<Api['meetings']['kinds']>;

const WHO = {
  members: '全体党员',
  committee: '支部委员',
  group: '党小组党员',
  leading_body: '领导班子成员',
} as const;

/** Kinds of meetings that can be held here, own ones, the activity day. */
export function KindsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const { orgId } = me.acting;
  const query = useQuery(kindsQuery(orgId));
  const arranges = me.permissions.includes('meetings.arrange');
  const [editing, setEditing] = useState<Kind | 'new' | null>(null);
  const [ending, setEnding] = useState<Kind | null>(null);
  const [setting, setSetting] = useState(false);
  const renew = (): void => void renewMeetings(queries);

  return (
    <>
      <DetailPage<Kinds>
        name="会议种类"
        query={query}
        show={(kinds) => ({
          title: '会议种类',
          lead: '通用的种类按党章党规设定；可以另设自己的种类，下级组织也可以用。',
          facts: [
            {
              label: '固定活动日',
              value: kinds.activityDayText === '' ? '没有固定' : kinds.activityDayText,
            },
            { label: '补录标注', value: `会后${kinds.lateAfterDays}天起录入的标注“补录”` },
          ],
          actions: arranges
            ? [
                {
                  label: '增加种类',
                  can: true,
                  primary: true,
                  run: () => setEditing('new'),
                },
                { label: '活动日与补录天数', can: true, run: () => setSetting(true) },
              ]
            : [],
          sections: (
            <Section title="种类">
              <RowList<Kind>
                label="会议种类"
                rows={kinds.kinds}
                rowKey={(kind) => kind.kind}
                columns={[
                  { key: 'name', title: '名称', card: 'head', render: (kind) => kind.name },
                  { key: 'body', title: '谁参加', render: (kind) => WHO[kind.body] },
                  {
                    key: 'rhythm',
                    title: '次数',
                    oneLine: true,
                    render: (kind) => rhythmText(kind.rhythm),
                  },
                  { key: 'study', title: '计学时', render: (kind) => (kind.study ? '计' : '不计') },
                  {
                    key: 'basis',
                    title: '依据',
                    render: (kind) => (kind.builtIn ? kind.basis : '自设'),
                  },
                  {
                    key: 'acts',
                    title: '办理',
                    render: (kind) =>
                      arranges && !kind.builtIn && kind.orgId === orgId ? (
                        <span className="form-acts">
                          <Button size="small" onClick={() => setEditing(kind)}>
                            修改
                          </Button>
                          <Button size="small" onClick={() => setEnding(kind)}>
                            停用
                          </Button>
                        </span>
                      ) : null,
                  },
                ]}
              />
            </Section>
          ),
        })}
      />
      <KindDrawer kind={editing} onClose={() => setEditing(null)} onSaved={renew} />
      {query.data === undefined ? null : (
        <SettingsDrawer
          open={setting}
          kinds={query.data}
          onClose={() => setSetting(false)}
          onSaved={renew}
        />
      )}
      <FormDrawer<{ on: PlainDate }, unknown>
        title={`停用${ending?.name ?? ''}`}
        open={ending !== null}
        onClose={() => setEnding(null)}
        onSaved={renew}
        initial={{ on: today }}
        saveLabel="停用"
        save={async ({ on }, commandId) => {
          if (ending !== null)
            await api.meetings.endKind({ orgId, kind: ending.kind, on, commandId });
        }}
      >
        <Field name="on" label="从哪天起停用" required rule="以前的会议记录不受影响。">
          <DateField />
        </Field>
      </FormDrawer>
    </>
  );
}
