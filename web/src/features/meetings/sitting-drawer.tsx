import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import type { MeetingDetail } from './queries.ts';
import { TimeField } from './time-field.tsx';

interface Values {
  readonly heldOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
}

/** 改时间地点, for all meetings of the sitting. */
export function SittingDrawer({
  detail,
  onSaved,
}: {
  detail: MeetingDetail;
  onSaved: () => void;
}): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>改时间地点</Button>
      <FormDrawer<Values, unknown>
        title="改时间地点"
        open={open}
        onClose={() => setOpen(false)}
        onSaved={onSaved}
        initial={{
          heldOn: detail.heldOn,
          startsAt: detail.sittingStartsAt,
          endsAt: detail.sittingEndsAt,
          place: detail.place,
        }}
        lead={
          detail.rollFrozen
            ? '已经开始记录，应到名单不随日期变动。'
            : [
                detail.siblings.length > 0 ? '同一时间地点的会一起改。' : '',
                detail.announcedAt === null
                  ? ''
                  : '已经发过通知，改后党员看到“改期”，群里的请再发一次。',
              ].join('') || undefined
        }
        save={(values, commandId) =>
          api.meetings.changeSitting({
            sittingId: detail.sittingId,
            basedOn: detail.sittingVersion,
            heldOn: values.heldOn,
            startsAt: values.startsAt,
            endsAt: values.endsAt,
            place: values.place,
            commandId,
          })
        }
      >
        <Field name="heldOn" label="日期" required>
          <DateField />
        </Field>
        <div className="pair">
          <Field name="startsAt" label="开始">
            <TimeField />
          </Field>
          <Field name="endsAt" label="结束">
            <TimeField />
          </Field>
        </div>
        <Field name="place" label="地点">
          <Input maxLength={100} autoComplete="off" />
        </Field>
      </FormDrawer>
    </>
  );
}
