import { Button, Drawer, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, todayAt } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { calendarsQuery } from './queries.ts';

type Calendar = Answer<Api['duties']['calendars']>['calendars'][number];

/** The days ahead on paper, and as a subscription of one's own telephone. */
export function CalendarLinks({ officer }: { officer: boolean }): ReactNode {
  const narrow = useNarrow();
  const [open, setOpen] = useState<'week' | 'calendar' | null>(null);
  return (
    <div className="calendar-links">
      {officer ? <Button onClick={() => setOpen('week')}>打印一周事项单</Button> : null}
      <Button onClick={() => setOpen('calendar')}>订阅日程</Button>
      <Drawer
        title={open === 'week' ? '一周事项单' : '订阅日程'}
        open={open !== null}
        onClose={() => setOpen(null)}
        size={narrow ? '100%' : open === 'week' ? 960 : 560}
        destroyOnHidden
      >
        {open === 'week' ? (
          <PrintView
            title="一周事项单"
            src="/api/duties/week"
            downloads={[{ label: 'Word', href: '/api/duties/week/word' }]}
          />
        ) : open === 'calendar' ? (
          <Subscription />
        ) : null}
      </Drawer>
    </div>
  );
}

function Subscription(): ReactNode {
  const queries = useQueryClient();
  const query = useQuery(calendarsQuery);
  const [address, setAddress] = useState<string | null>(null);
  const renew = (): void => void queries.invalidateQueries({ queryKey: calendarsQuery.queryKey });
  const make = useAct({
    save: (_: null, commandId) => api.duties.makeCalendar({ commandId }),
    onSaved: ({ path }) => {
      setAddress(`${window.location.origin}${path}`);
      renew();
    },
    savedWords: '已生成',
  });
  const end = useAct({
    save: (one: Calendar, commandId) =>
      api.duties.endCalendar({ calendarId: one.calendarId, commandId }),
    onSaved: renew,
    savedWords: '已停止',
  });
  return (
    <div className="calendar-panel">
      <p>
        手机或电脑的日历可以订阅您现在职务的到期事项。地址只显示这一次，等同于钥匙，请不要转发；换届离任后自动失效。
      </p>
      {address === null ? (
        <Button type="primary" loading={make.busy} onClick={() => make.run(null)}>
          生成订阅地址
        </Button>
      ) : (
        <label>
          订阅地址（复制到日历的“添加订阅日历”）
          <Input.TextArea value={address} readOnly autoSize onFocus={(e) => e.target.select()} />
        </label>
      )}
      <FailureNote failure={make.failure ?? end.failure} />
      {query.data === undefined || query.data.calendars.length === 0 ? null : (
        <ul className="calendar-panel">
          {query.data.calendars.map((one) => (
            <li key={one.calendarId} className="calendar-line">
              <span>
                {one.name}
                <span className="muted"> {chineseDate(todayAt(Date.parse(one.madeAt)))}生成</span>
              </span>
              <Button loading={end.busy} onClick={() => end.run(one)}>
                停止
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
