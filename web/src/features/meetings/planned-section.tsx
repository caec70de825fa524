import { Button, Checkbox } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { detailQuery, renewMeetings, type MeetingRow } from './queries.ts';

/** Planned meetings near today: one is opened by its name; several ticked are held in one sitting. */
export function PlannedSection({ planned }: { planned: readonly MeetingRow[] }): ReactNode {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [first, ...others] = planned.filter((row) => ticked.includes(row.meetingId));
  const join = useAct({
    save: async (into: MeetingRow, commandId) => {
      const meetingIds = others
        .filter((row) => row.sittingId !== into.sittingId)
        .map((row) => row.meetingId);
      if (meetingIds.length === 0) return;
      const detail = await queries.fetchQuery({ ...detailQuery(into.meetingId), staleTime: 0 });
      await api.meetings.joinSitting({
        sittingId: detail.sittingId,
        basedOn: detail.sittingVersion,
        meetingIds,
        commandId,
      });
    },
    savedWords: '已合在一次开',
    onSaved: (_, into) => {
      void renewMeetings(queries);
      void navigate({ to: '/meetings/record', search: { meetingId: into.meetingId } });
    },
  });
  if (planned.length === 0) return null;
  return (
    <Section
      title="按计划开"
      note={planned.length > 1 ? '点会名开始记；几个会一起开的，勾上再按“合在一次开”。' : undefined}
    >
      <ul className="planned">
        {planned.map((row) => (
          <li key={row.meetingId}>
            {planned.length > 1 ? (
              <Checkbox
                aria-label={`${chineseDate(row.heldOn)}${row.title}合在一次开`}
                checked={ticked.includes(row.meetingId)}
                onChange={(event) =>
                  setTicked(
                    event.target.checked
                      ? [...ticked, row.meetingId]
                      : ticked.filter((one) => one !== row.meetingId),
                  )
                }
              />
            ) : null}{' '}
            <Link to="/meetings/record" search={{ meetingId: row.meetingId }}>
              {chineseDate(row.heldOn)} {row.title}
            </Link>
          </li>
        ))}
      </ul>
      {first === undefined || others.length === 0 ? null : (
        <div className="form-acts">
          <Button type="primary" loading={join.busy} onClick={() => join.run(first)}>
            合在一次开（{chineseDate(first.heldOn)}）
          </Button>
        </div>
      )}
      <FailureNote failure={join.failure} />
    </Section>
  );
}
