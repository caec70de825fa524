import { Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BODY_POSTS, WAYS_IN, type BodyPost, type WayIn } from '#contract/organisations';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import type { Can } from '../../patterns/action-button.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import { useTellAdvice } from '../../patterns/advice-list.tsx';
import { ElectDrawer } from './elect-drawer.tsx';
import { optionsOf } from './establish-drawer.tsx';
import { renewOrganisations, type Advice, type Post } from './queries.ts';

export type PostAct =
  | { readonly kind: 'elect' }
  | { readonly kind: 'appoint' }
  | { readonly kind: 'approve' | 'end' | 'duties'; readonly post: Post };

interface PostDrawersProps {
  readonly orgId: string;
  readonly act: PostAct | null;
  /** Whether one approves heads: only from above. */
  readonly can: Can;
  readonly onClose: () => void;
}

/** The drawers of 班子与分工. */
export function PostDrawers({ orgId, act, can, onClose }: PostDrawersProps): ReactNode {
  const queries = useQueryClient();
  const tell = useTellAdvice();
  const onSaved = (saved: object): void => {
    renewOrganisations(queries);
    if ('advice' in saved) tell(saved.advice as readonly Advice[]);
  };
  if (act === null) return null;
  const above = can === true;
  if (act.kind === 'elect')
    return <ElectDrawer orgId={orgId} above={above} onClose={onClose} onSaved={onSaved} />;
  if (act.kind === 'appoint')
    return <AppointDrawer orgId={orgId} above={above} onClose={onClose} onSaved={onSaved} />;
  return <PostDrawer {...act} onClose={onClose} onSaved={onSaved} />;
}

interface BodyDrawer {
  readonly orgId: string;
  readonly above: boolean;
  readonly onClose: () => void;
  readonly onSaved: (saved: object) => void;
}

interface Appointment {
  readonly person: PersonChoice;
  readonly kind: BodyPost;
  readonly wayIn: WayIn;
  readonly on: PlainDate;
  readonly duties?: string;
  readonly approvedOn?: PlainDate | null;
  readonly approvalPaper?: string;
}

/** 补选, 指派, 主持工作. A head named here by the branch waits for approval. */
function AppointDrawer({ orgId, above, onClose, onSaved }: BodyDrawer): ReactNode {
  const today = useToday();
  const { group_leader: _, ...posts } = BODY_POSTS;
  const { election: __, ...ways } = WAYS_IN;
  return (
    <FormDrawer<Appointment, object>
      title="登记任职"
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ wayIn: 'by_election', on: today }}
      lead="补选的书记、副书记报上级批准后到任；委员从选举结果宣布起到任，报上级备案。"
      save={(values, commandId) =>
        api.organisations.appoint({
          orgId,
          personId: values.person.id,
          kind: values.kind,
          wayIn: values.wayIn,
          on: values.on,
          duties: values.duties ?? '',
          approvedOn: values.approvedOn ?? undefined,
          approvalPaper: values.approvalPaper ?? '',
          commandId,
        })
      }
    >
      <Field name="person" label="同志" required>
        <PersonPicker />
      </Field>
      <div className="pair">
        <Field name="kind" label="职务" required>
          <Select options={optionsOf(posts)} />
        </Field>
        <Field
          name="wayIn"
          label="产生方式"
          required
          rule={above ? undefined : '书记、副书记的指派和主持工作由上级登记。'}
        >
          <Select options={optionsOf(ways)} />
        </Field>
      </div>
      <Field name="on" label="选举或任命日期" required>
        <DateField />
      </Field>
      <Field name="duties" label="分工">
        <Input maxLength={80} placeholder="如 组织工作、党费收缴" />
      </Field>
      {above ? (
        <div className="pair">
          <Field name="approvedOn" label="批准日期" rule="补选的书记、副书记已经批准的填写。">
            <DateField />
          </Field>
          <Field name="approvalPaper" label="批复文号">
            <Input maxLength={80} />
          </Field>
        </div>
      ) : null}
    </FormDrawer>
  );
}

interface OnePost {
  readonly kind: 'approve' | 'end' | 'duties';
  readonly post: Post;
  readonly onClose: () => void;
  readonly onSaved: (saved: object) => void;
}

interface PostValues {
  readonly on: PlainDate;
  readonly paper?: string;
  readonly reason?: string;
  readonly duties?: string;
}

/** 批准, 离任, 调整分工 of one tenure. */
function PostDrawer({ kind, post, onClose, onSaved }: OnePost): ReactNode {
  const today = useToday();
  const title = { approve: '批准任职', end: '登记离任', duties: '调整分工' }[kind];
  const postId: string = post.postId;
  return (
    <FormDrawer<PostValues, object>
      title={`${title}：${BODY_POSTS[post.kind]} ${post.name}`}
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today, duties: post.duties }}
      lead={
        kind === 'approve'
          ? '从批准之日起到任，原来主持工作的同志同日结束。'
          : kind === 'end'
            ? '从这一天起不再任职，系统里的权限同时结束。'
            : '从这一天起按新的分工，以前的仍保留。'
      }
      save={(values, commandId) => {
        if (kind === 'approve') {
          const approvalPaper = values.paper ?? '';
          return api.organisations.approvePost({
            postId,
            approvedOn: values.on,
            approvalPaper,
            commandId,
          });
        }
        if (kind === 'end') {
          const reason = values.reason ?? '';
          return api.organisations.endPost({ postId, on: values.on, reason, commandId });
        }
        const duties = values.duties ?? '';
        return api.organisations.changeDuties({ postId, from: values.on, duties, commandId });
      }}
    >
      <Field
        name="on"
        label={{ approve: '批准日期', end: '离任日期', duties: '从哪天起' }[kind]}
        required
      >
        <DateField />
      </Field>
      {kind === 'approve' ? (
        <Field name="paper" label="批复文号" required>
          <Input maxLength={80} />
        </Field>
      ) : kind === 'end' ? (
        <Field name="reason" label="原因" required>
          <Input maxLength={80} placeholder="如 工作调动" />
        </Field>
      ) : (
        <Field name="duties" label="分工">
          <Input maxLength={80} />
        </Field>
      )}
    </FormDrawer>
  );
}
