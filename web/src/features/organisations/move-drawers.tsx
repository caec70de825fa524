import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { ActFields, actInput, type ActValues } from './act-fields.tsx';
import type { ActDrawerProps } from './act-drawers.tsx';

type Target = ActValues & { readonly target: OrgChoice };

/** 调整隶属. */
export function MoveDrawer({ org, open, onClose, onSaved }: ActDrawerProps): ReactNode {
  const today = useToday();
  const { organisation } = org;
  return (
    <FormDrawer<Target, Awaited<ReturnType<typeof api.organisations.move>>>
      title={`调整隶属：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      initial={{ on: today }}
      lead="下级党组织和全部记录一起调整；办理的几秒钟里，其他人的保存会稍等。以前日期的汇总仍按原来的隶属。"
      save={(values, commandId) =>
        api.organisations.move({
          orgId: organisation.orgId,
          parentId: values.target.id,
          ...actInput(values),
          commandId,
        })
      }
    >
      <Field name="target" label="新的上级党组织" required>
        <OrgPicker />
      </Field>
      <ActFields what="调整" />
    </FormDrawer>
  );
}

/** 合并: this body goes over to another. */
export function MergeDrawer({ org, open, onClose, onSaved }: ActDrawerProps): ReactNode {
  const today = useToday();
  const { organisation } = org;
  return (
    <FormDrawer<Target, Awaited<ReturnType<typeof api.organisations.merge>>>
      title={`并入其他党组织：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      savedWords="已合并"
      initial={{ on: today }}
      lead={`${organisation.name}的党员从合并之日起转到新的党组织，班子和党小组同时结束；原来的记录由合并后的党组织和上级继续查看。`}
      save={(values, commandId) =>
        api.organisations.merge({
          intoId: values.target.id,
          sourceIds: [organisation.orgId],
          ...actInput(values),
          commandId,
        })
      }
    >
      <Field name="target" label="并入" required>
        <OrgPicker />
      </Field>
      <ActFields what="合并" />
    </FormDrawer>
  );
}

/** 撤销, once everybody has a place. */
export function RevokeDrawer({ org, open, onClose, onSaved }: ActDrawerProps): ReactNode {
  const today = useToday();
  const { organisation } = org;
  return (
    <FormDrawer<ActValues, Awaited<ReturnType<typeof api.organisations.revoke>>>
      title={`撤销：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      savedWords="已撤销"
      initial={{ on: today, approverIsTownshipOrHigher: true }}
      lead="先安排好全部党员和下级党组织的去向。撤销后班子职务同时结束，原有记录由上级继续查看。"
      save={(values, commandId) =>
        api.organisations.revoke({
          orgId: organisation.orgId,
          ...actInput(values),
          commandId,
        })
      }
    >
      <ActFields what="撤销" village={organisation.sector === 'village'} />
    </FormDrawer>
  );
}
