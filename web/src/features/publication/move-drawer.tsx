import { Input } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { MOVES } from '#contract/publication';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import type { Can } from '../../patterns/action-button.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Refusal } from '../../patterns/refusal.tsx';
import { renewPublication, type ItemDetail } from './queries.ts';

export type Move = 'check' | 'return' | 'approve' | 'publish' | 'end' | 'withdraw';

const SIGNABLE = new Set([
  'publication.second_person',
  'publication.head_approves',
  'publication.clerk_not_checks',
]);

/** Whether it may still be entered as signed on paper by whoever has to do it. */
export const signable = (can: Can): boolean => can !== true && SIGNABLE.has(can.code);

interface MoveDrawerProps {
  readonly item: ItemDetail;
  readonly move: Move | null;
  readonly onClose: () => void;
}
interface Values {
  readonly note?: string;
  readonly signedBy?: string;
  readonly until?: PlainDate;
}

const LEADS: Readonly<Record<Move, string>> = {
  check: '审核看三样：不泄密、有必要、属实准确。审核人不能是提出人。',
  return: '退回后请提出人更正，再审核。',
  approve: '由书记、副书记或者主持工作的同志审批。',
  publish: '公开后立即出现在公开栏（党内公开的，党员登录后能看）。张贴的大字版在这一页打印。',
  end: '撤下后公开栏不再显示；编号仍能核验。纸质的请同时揭下。',
  withdraw: '撤回后这一件不再往下办。',
};

/** One step of an item. Checking and approving may have been signed on paper. */
export function MoveDrawer({ item, move, onClose }: MoveDrawerProps): ReactNode {
  const queries = useQueryClient();
  if (move === null) return null;
  const signs = move === 'check' || move === 'approve';
  const needs = move === 'return' || move === 'withdraw';
  const can = item.can[move] ?? true;
  const mustSign = signable(can);
  return (
    <FormDrawer<Values, unknown>
      title={`${MOVES[move]}：${item.title}`}
      open
      onClose={onClose}
      saveLabel={MOVES[move]}
      savedWords={`已${MOVES[move]}`}
      lead={
        <>
          <p>{LEADS[move]}</p>
          {can !== true && mustSign ? <Refusal refusal={can} live={false} /> : null}
        </>
      }
      save={({ note, signedBy, until }, commandId) =>
        api.publication.move({
          itemId: item.itemId,
          edition: item.edition,
          move,
          note: note ?? '',
          signedBy: signedBy ?? '',
          ...(until === undefined || until === null ? {} : { until }),
          commandId,
        })
      }
      onSaved={() => renewPublication(queries)}
    >
      {move === 'publish' && item.fixedUntil !== null ? (
        <p>公示到{chineseDate(item.fixedUntil)}，按原记录，不能缩短。</p>
      ) : null}
      {move === 'publish' && item.fixedUntil === null ? (
        <Field
          name="until"
          label="公开到哪一天"
          rule={
            item.postingDays === 0
              ? '不填就是长期公开。'
              : `不少于${item.postingDays}天；不填就是${item.postingDays}天。`
          }
          basis={item.basis}
        >
          <DateField />
        </Field>
      ) : null}
      <Field
        name="note"
        label={needs ? '原因' : move === 'end' ? '原因（没到期的要写）' : '意见'}
        required={needs}
      >
        <Input maxLength={500} />
      </Field>
      {signs ? (
        <Field
          name="signedBy"
          label="在纸质审批表上签字的人"
          required={mustSign}
          rule="本人在系统里办的不用填；纸上签了字、由别人录入的，填签字人的姓名。"
        >
          <Input maxLength={50} />
        </Field>
      ) : null}
    </FormDrawer>
  );
}
