import { Button, Empty, Input, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { Facts, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { renewMembers, type MemberRow } from './queries.ts';
import { chineseLoose } from './words.ts';
import './members.css';

type Duplicates = Answer<Api['members']['duplicates']>;
type Merge = Duplicates['merged'][number];

interface Wish {
  readonly kept: MemberRow;
  readonly alias: MemberRow;
}

function Side({ row, keep }: { row: MemberRow; keep: () => void }): ReactNode {
  return (
    <div>
      <Facts
        facts={[
          { label: '姓名', value: row.name },
          { label: '出生日期', value: chineseLoose(row.bornOn) },
          { label: '入党日期', value: chineseLoose(row.joinedOn) },
          { label: '所在党支部', value: row.orgName },
        ]}
      />
      <Button onClick={keep}>保留这一份</Button>
    </div>
  );
}

/** Files that may be one person; merging keeps both records and can be taken back. */
export function DuplicatesPage(): ReactNode {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['members', 'duplicates'],
    queryFn: () => api.members.duplicates({}),
  });
  const [wish, setWish] = useState<Wish | null>(null);
  const [undo, setUndo] = useState<Merge | null>(null);
  return (
    <Page title="重复核对" lead="两份信息可能是同一个人。合并后各自的记录都保留，随时可以撤销。">
      {query.error === null ? null : (
        <Fault error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending ? <Skeleton active={false} aria-label="正在核对" /> : null}
      {query.data?.pairs.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有发现重复" />
      ) : null}
      {query.data?.pairs.map((pair) => (
        <Section
          key={`${pair.a.personId}${pair.b.personId}`}
          title={`${pair.a.name} 和 ${pair.b.name}`}
          note={pair.reasons.join('、')}
        >
          <div className="duplicate-pair">
            <Side row={pair.a} keep={() => setWish({ kept: pair.a, alias: pair.b })} />
            <Side row={pair.b} keep={() => setWish({ kept: pair.b, alias: pair.a })} />
          </div>
        </Section>
      ))}
      {query.data === undefined || query.data.merged.length === 0 ? null : (
        <Section title="已合并">
          <ul>
            {query.data.merged.map((merge) => (
              <li key={merge.mergeId}>
                {merge.kept.name}：{merge.reason}{' '}
                <Button type="link" onClick={() => setUndo(merge)}>
                  撤销合并
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <FormDrawer<{ readonly reason: string }, unknown>
        title={`合并：保留 ${wish?.kept.name ?? ''}`}
        open={wish !== null}
        onClose={() => setWish(null)}
        onSaved={() => renewMembers(queries)}
        lead="另一份不再出现在花名册和查找里。"
        save={({ reason }, commandId) => {
          if (wish === null) throw new Error('nothing is merged');
          return api.members.merge({
            keptId: wish.kept.personId,
            aliasId: wish.alias.personId,
            reason,
            commandId,
          });
        }}
      >
        <Field name="reason" label="依据" required rule="如：核对身份证，是同一人。">
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
      <FormDrawer<{ readonly reason: string }, unknown>
        title="撤销合并"
        open={undo !== null}
        onClose={() => setUndo(null)}
        onSaved={() => renewMembers(queries)}
        save={({ reason }, commandId) => {
          if (undo === null) throw new Error('nothing is undone');
          return api.members.unmerge({ mergeId: undo.mergeId, reason, commandId });
        }}
      >
        <Field name="reason" label="原因" required>
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
    </Page>
  );
}
