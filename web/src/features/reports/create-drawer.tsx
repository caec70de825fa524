import { Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { REPORT_KINDS, type ReportKind } from '#contract/reports-words';
import type { PersonId } from '#kernel/ids';
import {
  addYears,
  chineseDate,
  dayOf,
  monthNumberOf,
  parsePlainDate,
  yearOf,
  type PlainDate,
} from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { authorsQuery, type ReportId } from './queries.ts';

interface Values {
  readonly kind: ReportKind;
  readonly org: OrgChoice;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly authorId?: PersonId;
}

interface CreateDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onCreated: (reportId: ReportId) => void;
}

/** In the first quarter one reports on the year before. */
const usualYear = (today: PlainDate): number =>
  yearOf(monthNumberOf(today) <= 3 ? addYears(today, -1) : today);

/** Who reports, on which days: the bodies headed and the figures follow from it. */
export function CreateDrawer({ open, onClose, onCreated }: CreateDrawerProps): ReactNode {
  const me = useMe();
  const today = useToday();
  const year = usualYear(today);
  return (
    <FormDrawer<Values, { reportId: ReportId }>
      title="起草"
      open={open}
      onClose={onClose}
      initial={{
        kind: 'annual',
        org: { id: me.acting.orgId, label: me.acting.organisation },
        from: dayOf(year, 1, 1),
        to: dayOf(year, 12, 31),
      }}
      lead="年中换了书记的，各写各的任期，两份报告的数字相加等于全年。"
      saveLabel="起草"
      savedWords="已起草"
      save={(values, commandId) =>
        api.reports.create({
          kind: values.kind,
          orgId: values.org.id,
          from: values.from,
          to: values.to,
          authorId: values.kind === 'annual' ? values.authorId : undefined,
          commandId,
        })
      }
      onSaved={({ reportId }) => onCreated(reportId)}
    >
      <Field name="kind" label="种类" required>
        <Select
          options={Object.entries(REPORT_KINDS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field name="org" label="党组织" required>
        <OrgPicker />
      </Field>
      <div className="pair">
        <Field name="from" label="从" required>
          <DateField />
        </Field>
        <Field name="to" label="到" required>
          <DateField />
        </Field>
      </div>
      <AuthorField />
    </FormDrawer>
  );
}

/** Those who headed the organisation in the period, with the bodies each of them headed. */
function AuthorField(): ReactNode {
  const kind: unknown = Form.useWatch('kind');
  const org: unknown = Form.useWatch('org');
  const dayIn = (value: unknown): PlainDate | null =>
    typeof value === 'string' ? parsePlainDate(value) : null;
  const from = dayIn(Form.useWatch('from'));
  const to = dayIn(Form.useWatch('to'));
  const orgId =
    typeof org === 'object' && org !== null && 'id' in org ? (org as OrgChoice).id : null;
  const ready = kind === 'annual' && orgId !== null && from !== null && to !== null && from <= to;
  const query = useQuery({
    ...authorsQuery(
      orgId ?? ('' as OrgChoice['id']),
      from ?? ('' as PlainDate),
      to ?? ('' as PlainDate),
    ),
    enabled: ready,
  });
  if (!ready) return null;
  const authors = query.data?.authors ?? [];
  return (
    <Field
      name="authorId"
      label="作者"
      rule={
        query.data !== undefined && authors.length === 0
          ? '这段期间没有登记书记或主持工作的同志。'
          : '不选时取期间内最后一位书记或主持工作的同志。'
      }
    >
      <Select
        allowClear
        loading={query.isFetching}
        placeholder={authors[0]?.name}
        options={authors.map((one) => ({
          value: one.personId,
          label: `${one.name}（${one.bodies
            .map(
              (body) =>
                `${body.name}${body.role}，${chineseDate(body.from)}至${chineseDate(body.to)}`,
            )
            .join('；')}）`,
        }))}
      />
    </Field>
  );
}
