import { Checkbox, Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { QUESTION_STATES } from '#contract/publication';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { renewPublication, type QuestionRow } from './queries.ts';
import { itemRoute } from './routes.ts';
import './publication.css';

const NO: Can = { code: 'common.not_allowed', params: {} };

/** Questions with what was answered; those that wait can be answered here. */
export function QuestionList({ rows }: { readonly rows: readonly QuestionRow[] }): ReactNode {
  const queries = useQueryClient();
  const [answering, setAnswering] = useState<QuestionRow | null>(null);
  const passing = useAct<QuestionRow, unknown>({
    save: ({ questionId }, commandId) => api.publication.passQuestion({ questionId, commandId }),
    onSaved: () => renewPublication(queries),
    savedWords: '已登记为公示意见，请在发展党员里答复',
  });
  return (
    <>
      <ul className="public-list">
        {rows.map((row) => (
          <li key={row.questionId}>
            <p>
              <strong>第{row.number}号</strong> {row.words}
            </p>
            <p className="muted">
              {chineseDate(row.askedOn)}
              {row.way === 'board' ? '在公开栏提问' : '当面、电话提问'}
              {row.asker === '' ? '，没有署名' : `，${row.asker}`}
              {row.itemId === null ? null : (
                <>
                  ，关于
                  <Link to={itemRoute.to} search={{ itemId: row.itemId }}>
                    {row.itemTitle}
                  </Link>
                </>
              )}
              。
              {row.state === 'open'
                ? `${row.overdue ? '已过答复期限：' : '答复期限：'}${chineseDate(row.dueOn)}`
                : `${QUESTION_STATES[row.state]}${row.answeredOn === null ? '' : ` ${chineseDate(row.answeredOn)}`}${row.shown ? '，已公开' : ''}`}
            </p>
            {row.answer === '' ? null : <p>答复：{row.answer}</p>}
            {row.state === 'open' ? (
              <span className="public-acts">
                <ActionButton
                  label={`答复第${row.number}号`}
                  can={row.can['answer'] ?? NO}
                  run={() => setAnswering(row)}
                />
                {row.can['pass'] === true ? (
                  <ActionButton label="转为公示意见" can run={() => passing.run(row)} />
                ) : null}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <FailureNote failure={passing.failure} />
      <AnswerDrawer row={answering} onClose={() => setAnswering(null)} />
    </>
  );
}

interface Values {
  readonly answer: string;
  readonly show: boolean;
  readonly shownQuestion: string;
}

function AnswerDrawer({
  row,
  onClose,
}: {
  readonly row: QuestionRow | null;
  readonly onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  if (row === null) return null;
  return (
    <FormDrawer<Values, unknown>
      title={`答复第${row.number}号提问`}
      open
      onClose={onClose}
      initial={{ show: true, shownQuestion: row.words }}
      saveLabel="答复"
      savedWords="已答复"
      lead={row.words}
      save={(values, commandId) =>
        api.publication.answerQuestion({ questionId: row.questionId, ...values, commandId })
      }
      onSaved={() => renewPublication(queries)}
    >
      <Field name="answer" label="答复" required>
        <Input.TextArea rows={6} maxLength={2000} />
      </Field>
      <Field name="show" label="公开" valueProp="checked">
        <Checkbox>把提问和答复放到公开栏</Checkbox>
      </Field>
      <Field
        name="shownQuestion"
        label="公开的提问"
        rule="提到别人姓名、隐私的，公开前改写；原话留着备查。"
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Field>
    </FormDrawer>
  );
}
