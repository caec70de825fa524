import { Button, Empty, Input, Pagination, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { QUESTION_STATES } from '#contract/publication';
import type { PlainDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FilterBar } from '../../patterns/filter-bar.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { optionsOf, questionsQuery, renewPublication } from './queries.ts';
import { QuestionList } from './question-list.tsx';
import { questionsRoute } from './routes.ts';

/** 意见答复: what people asked on the board or by word of mouth, each answered in its term. */
export function QuestionsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const search = questionsRoute.useSearch();
  const navigate = questionsRoute.useNavigate();
  const { orgId } = me.acting;
  const query = useQuery(questionsQuery(orgId, search));
  const [taking, setTaking] = useState(false);
  const found = query.data;
  return (
    <Page
      title="意见答复"
      lead="群众在公开栏提的、当面和打电话提的，编号登记，十个工作日内答复。姓名可以不留。"
      actions={
        found?.can['record'] === true ? (
          <Button type="primary" onClick={() => setTaking(true)}>
            登记提问
          </Button>
        ) : undefined
      }
    >
      <FilterBar
        filters={[
          { kind: 'choice', name: 'state', label: '办理情况', options: optionsOf(QUESTION_STATES) },
        ]}
        search={search}
        onChange={(change) =>
          void navigate({ search: { ...search, page: undefined, ...change }, replace: true })
        }
      />
      <div className="panel" aria-busy={query.isPending}>
        {found === undefined ? (
          query.error === null ? (
            <Skeleton active={false} title={false} aria-label="正在读取" />
          ) : (
            <Fault error={query.error} retry={() => query.refetch()} />
          )
        ) : found.rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有提问" />
        ) : (
          <div className="section">
            <QuestionList rows={found.rows} />
          </div>
        )}
      </div>
      {found === undefined || found.total <= 50 ? null : (
        <Pagination
          className="list-paging"
          current={search.page ?? 1}
          pageSize={50}
          total={found.total}
          showSizeChanger={false}
          onChange={(page) => void navigate({ search: { ...search, page } })}
        />
      )}
      <FormDrawer<{ words: string; asker?: string; askedOn: PlainDate }, unknown>
        title="登记提问"
        open={taking}
        onClose={() => setTaking(false)}
        initial={{ askedOn: today }}
        lead="当面、打电话提的也一样编号、答复。"
        save={({ words, asker, askedOn }, commandId) =>
          api.publication.recordQuestion({ orgId, words, asker: asker ?? '', askedOn, commandId })
        }
        onSaved={() => renewPublication(queries)}
      >
        <Field name="words" label="提问内容" required>
          <Input.TextArea rows={4} maxLength={1000} />
        </Field>
        <Field name="asker" label="提问人" rule="可以不填；不公开，加密保存。">
          <Input maxLength={50} />
        </Field>
        <Field name="askedOn" label="提问日期" required>
          <DateField />
        </Field>
      </FormDrawer>
    </Page>
  );
}
