import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { formOf, THRESHOLDS, type Asked, type Kind } from './form-words.ts';
import { KIND_WORDS } from './words.ts';
import './ballots.css';

interface Values extends Asked {
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly threshold?: string;
  readonly onPersons?: boolean;
  readonly hasRoll?: boolean;
  readonly ways: readonly ('paper' | 'screen')[];
  readonly rulesAdopted?: string;
  readonly upperConsent?: string;
  readonly keepMonths: number;
}

const LINES: Readonly<Record<Kind, { label: string; hint: string }>> = {
  approve: { label: '候选人（每行一人，按姓氏笔画）', hint: '王建国 组织委员\n李秀英' },
  choose: { label: '可推荐的名单（每行一人）', hint: '王建国\n李秀英' },
  decide: { label: '表决事项（每行一项）', hint: '同意接收张伟同志为预备党员' },
  grade: { label: '被测评的人（每行一人）', hint: '王建国 书记\n李秀英' },
  survey: {
    label: '题目（题与题之间空一行，题下每行一个选项；没有选项的为填写题）',
    hint: '您对支部今年的活动满意吗\n满意\n一般\n不满意\n\n希望多办哪些（多选，至多2项）\n讲座\n参观\n\n您的建议',
  },
};

/** Fields that a kind of ballot needs. */
function KindFields(): ReactNode {
  const kind = (Form.useWatch('kind') ?? 'approve') as Kind;
  const ways = (Form.useWatch('ways') ?? []) as readonly string[];
  const persons = Form.useWatch('onPersons') === true;
  const opinion = kind === 'grade' || kind === 'survey';
  return (
    <>
      <Field name="lines" label={LINES[kind].label} required>
        <Input.TextArea rows={kind === 'survey' ? 12 : 6} placeholder={LINES[kind].hint} />
      </Field>
      {kind === 'approve' || kind === 'choose' ? (
        <div className="ballot-row">
          <Field name="seats" label={kind === 'approve' ? '应选人数' : '最多选几人'} required>
            <InputNumber min={1} max={100} />
          </Field>
          {kind === 'choose' ? (
            <Field name="least" label="至少选几人">
              <InputNumber min={0} max={100} />
            </Field>
          ) : null}
          <Field name="writeIns" label="可另选他人几名">
            <InputNumber min={0} max={20} />
          </Field>
        </div>
      ) : null}
      {kind === 'grade' ? (
        <Field name="grades" label="等次" required>
          <Input maxLength={100} autoComplete="off" />
        </Field>
      ) : null}
      {opinion ? null : (
        <Field name="threshold" label="通过或当选的票数" required>
          <Select
            options={Object.entries(THRESHOLDS).map(([value, { label }]) => ({ value, label }))}
          />
        </Field>
      )}
      <Form.Item name="onPersons" valuePropName="checked">
        <Checkbox>是对人的投票（候选人、被测评人不能担任监票、计票）</Checkbox>
      </Form.Item>
      {opinion ? (
        <Form.Item name="hasRoll" valuePropName="checked">
          <Checkbox>有名册（不勾的，票发给谁都可以，如群众、家长、服务对象）</Checkbox>
        </Form.Item>
      ) : null}
      <Field name="ways" label="投票方式" required>
        <Checkbox.Group
          options={[
            { value: 'paper', label: '纸质票' },
            { value: 'screen', label: '屏幕票（凭票码条）' },
          ]}
        />
      </Field>
      {ways.includes('screen') && persons && !opinion ? (
        <>
          <Field name="rulesAdopted" label="写明可用屏幕票的选举办法" required>
            <Input maxLength={200} placeholder="党员大会某年某月某日通过的《选举办法》第几条" />
          </Field>
          <Field name="upperConsent" label="上级党组织同意的文件" required>
            <Input maxLength={200} placeholder="×党发〔2026〕×号" />
          </Field>
        </>
      ) : null}
    </>
  );
}

/** A new ballot: what is asked, of whom, how it is decided. */
export function CreateDrawer({
  orgId,
  open,
  onClose,
  onSaved,
}: {
  orgId: OrgId;
  open: boolean;
  onClose: () => void;
  onSaved: (ballotId: string) => void;
}): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Values, { ballotId: string }>
      title="新建投票"
      open={open}
      onClose={onClose}
      onSaved={(saved) => onSaved(saved.ballotId)}
      width={640}
      initial={{
        kind: 'approve',
        heldOn: today,
        seats: 3,
        least: 0,
        writeIns: 2,
        grades: '优秀、合格、基本合格、不合格',
        threshold: 'present',
        onPersons: true,
        hasRoll: true,
        ways: ['paper'],
        keepMonths: 12,
      }}
      save={(values, commandId) => {
        const opinion = values.kind === 'grade' || values.kind === 'survey';
        return api.ballots.create({
          orgId,
          title: values.title,
          heldOn: values.heldOn,
          secrecy: opinion ? 'opinion' : 'statutory',
          onPersons: values.onPersons === true,
          hasRoll: opinion ? values.hasRoll === true : true,
          form: formOf(values),
          threshold: opinion ? null : (THRESHOLDS[values.threshold ?? 'none']?.value ?? null),
          onPaper: values.ways.includes('paper'),
          onScreen: values.ways.includes('screen'),
          rulesAdopted: values.rulesAdopted ?? '',
          upperConsent: values.upperConsent ?? '',
          keepMonths: values.keepMonths,
          commandId,
        });
      }}
    >
      <Field name="title" label="名称" required>
        <Input maxLength={100} autoComplete="off" placeholder="支部委员会选举" />
      </Field>
      <Field name="heldOn" label="日期" required>
        <DateField />
      </Field>
      <Field name="kind" label="方式" required>
        <Radio.Group
          options={(Object.keys(KIND_WORDS) as Kind[]).map((value) => ({
            value,
            label: KIND_WORDS[value],
          }))}
        />
      </Field>
      <KindFields />
      <Field name="keepMonths" label="票保管几个月后可以销毁" required>
        <InputNumber min={1} max={120} />
      </Field>
    </FormDrawer>
  );
}
