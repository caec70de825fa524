import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { BODY_POSTS, type BodyPost } from '#contract/organisations';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PersonPicker, type PersonChoice } from '../../patterns/pickers.tsx';
import { optionsOf } from './establish-drawer.tsx';

interface Line {
  readonly person?: PersonChoice;
  readonly kind?: BodyPost;
  readonly duties?: string;
}

interface Values {
  readonly on: PlainDate;
  readonly termEndsOn?: PlainDate | null;
  readonly members: readonly Line[];
  readonly shiftApprovedOn?: PlainDate | null;
  readonly approvedOn?: PlainDate | null;
  readonly approvalPaper?: string;
}

const ELECTED: readonly BodyPost[] = [
  'secretary',
  'deputy_secretary',
  'organisation_member',
  'publicity_member',
  'discipline_member',
  'committee_member',
];
const posts = optionsOf(
  Object.fromEntries(ELECTED.map((kind) => [kind, BODY_POSTS[kind]] as const)),
);

/** 登记换届选举结果: the whole committee at once; the one before ends with it. */
export function ElectDrawer({
  orgId,
  above,
  onClose,
  onSaved,
}: {
  readonly orgId: string;
  readonly above: boolean;
  readonly onClose: () => void;
  readonly onSaved: (saved: object) => void;
}): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Values, object>
      title="登记换届选举结果"
      open
      onClose={onClose}
      onSaved={onSaved}
      width={760}
      initial={{
        on: today,
        members: [
          { kind: 'secretary' },
          { kind: 'organisation_member' },
          { kind: 'discipline_member' },
        ],
      }}
      lead="委员从选举结果宣布起到任，报上级备案；书记、副书记报上级批准后到任，批准以前由原来的同志继续主持。"
      save={(values, commandId) =>
        api.organisations.electCommittee({
          orgId,
          on: values.on,
          members: values.members.flatMap(({ person, kind, duties }) =>
            person === undefined || kind === undefined
              ? []
              : [{ personId: person.id, kind, duties: duties ?? '' }],
          ),
          termEndsOn: values.termEndsOn ?? undefined,
          shiftApprovedOn: values.shiftApprovedOn ?? undefined,
          approvedOn: values.approvedOn ?? undefined,
          approvalPaper: values.approvalPaper ?? '',
          commandId,
        })
      }
    >
      <div className="pair">
        <Field name="on" label="选举结果宣布日期" required>
          <DateField />
        </Field>
        <Field
          name="termEndsOn"
          label="任期届满"
          rule="不填按规定的任期：村、社区5年，其他党支部一般3年，基层党委一般5年。"
        >
          <DateField />
        </Field>
      </div>
      <Form.List name="members">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="elect-row">
                <Field name={[field.name, 'kind']} label={`职务${index + 1}`} required>
                  <Select options={posts} />
                </Field>
                <Field name={[field.name, 'person']} label="同志" required>
                  <PersonPicker orgId={orgId as OrgId} />
                </Field>
                <Field name={[field.name, 'duties']} label="分工">
                  <Input maxLength={80} />
                </Field>
                <Form.Item label=" " colon={false}>
                  <Button
                    aria-label={`去掉第${index + 1}名`}
                    disabled={fields.length === 1}
                    onClick={() => remove(field.name)}
                  >
                    去掉
                  </Button>
                </Form.Item>
              </div>
            ))}
            <Form.Item>
              <Button onClick={() => add({ kind: 'committee_member' })}>再加一名</Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Field
        name="shiftApprovedOn"
        label="上级同意提前或延期的日期"
        rule="按期换届的不填。"
        basis="《中国共产党基层组织选举工作条例》第3条"
      >
        <DateField />
      </Field>
      {above ? (
        <div className="pair">
          <Field name="approvedOn" label="书记、副书记批准日期" rule="还没有批准的不填。">
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
