import type { ReactNode } from 'react';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import { features } from '../../app/features.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { Page } from '../../patterns/page.tsx';
import { HomeBoard } from './home-board.tsx';

const acts = features
  .flatMap((feature) => feature.acts ?? [])
  .toSorted((a, b) => a.order - b.order);

export function HomePage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const mine = acts.filter(
    (act) =>
      act.standings.includes(me.acting.standing) &&
      (act.permission === undefined || me.permissions.includes(act.permission)),
  );
  return (
    <Page
      title={`${me.name}同志，您好`}
      lead={`${chineseDate(today)} ${chineseWeekday(today)} · ${me.acting.organisation}`}
    >
      <HomeBoard today={today} acts={mine} model={null} />
    </Page>
  );
}
