import { Button, Drawer, Empty, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { AWAY_REASONS, PLACE_KINDS, RETURN_WAYS, TOLD_BY } from '#contract/floating';
import { chineseDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { AddressLink } from '../../patterns/address-link.tsx';
import type { Can } from '../../patterns/action-button.tsx';
import { DetailPage, Section, type Fact } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { Timeline } from '../../patterns/timeline.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { AwayDrawer } from './away-drawer.tsx';
import { ContactDrawer } from './contact-drawer.tsx';
import { paperHref, renewFloating, threadQuery, type Thread } from './queries.ts';
import { threadRoute } from './routes.ts';
import { StayActs, type StayAct } from './stay-acts.tsx';
import { lastText, monthsText } from './words.ts';

const BACK = { to: '/floating', label: '流动党员' } as const;
const can = (thread: Thread, act: string): Can =>
  thread.can[act] ?? { code: 'common.not_allowed', params: {} };

function factsOf({ row }: Thread, phone: ReactNode): Fact[] {
  return [
    { label: '组织关系所在', value: row.orgName },
    {
      label: '去向',
      value: `${AWAY_REASONS[row.reason]}，${PLACE_KINDS[row.placeKind]}，${row.place}${row.fixed ? '（地点相对固定）' : ''}`,
    },
    {
      label: '外出',
      value: `${chineseDate(row.leftOn)}起，${monthsText(row.months)}（${TOLD_BY[row.toldBy]}）`,
    },
    row.returnedOn === null
      ? {
          label: '联系',
          value: `最近：${lastText(row.last)}${row.due === null ? '' : `；下次${chineseDate(row.due)}前`}`,
        }
      : {
          label: '返回',
          value: `${chineseDate(row.returnedOn)}，${row.returnWay === null ? '' : RETURN_WAYS[row.returnWay]}`,
        },
    { label: '支部联系人', value: row.keeperName === '' ? '—' : row.keeperName },
    { label: '联系电话', value: phone },
    { label: '流入地党组织', value: row.hostName === '' ? '—' : row.hostName },
    { label: '活动证编号', value: row.certificateNo === '' ? '—' : row.certificateNo },
  ];
}

/** The number of one who is away: masked, in full on request; each look is on record. */
function Phone({ thread }: { thread: Thread }): ReactNode {
  const [shown, setShown] = useState<string | null>(null);
  const { awayId } = thread.row;
  const show = useAct({
    save: (_: null, commandId) => api.floating.phone({ awayId, commandId }),
    onSaved: (saved) => setShown(saved.phone),
    savedWords: '已显示，查看已记录',
  });
  if (thread.row.phone === '') return '—';
  if (shown !== null) return <a href={`tel:${shown}`}>{shown}</a>;
  return (
    <>
      {thread.row.phone}{' '}
      {thread.can['phone'] === true ? (
        <Button size="small" loading={show.busy} onClick={() => show.run(null)}>
          显示号码
        </Button>
      ) : null}
      <FailureNote failure={show.failure} />
    </>
  );
}

type Undoing =
  | { readonly kind: 'contact'; readonly id: NonNullable<Thread['events'][number]['contactId']> }
  | { readonly kind: 'life'; readonly id: NonNullable<Thread['events'][number]['lifeId']> };

function Events({ thread, undo }: { thread: Thread; undo: (one: Undoing) => void }): ReactNode {
  const undoing = (event: Thread['events'][number]): Undoing | null => {
    if (event.contactId !== null && thread.can['contact'] === true)
      return { kind: 'contact', id: event.contactId };
    const mine = event.kind === 'review' ? thread.can['write'] : thread.can['tell'];
    return event.lifeId !== null && mine === true ? { kind: 'life', id: event.lifeId } : null;
  };
  return (
    <Timeline
      label="经过"
      items={thread.events.map((event) => {
        const wrong = undoing(event);
        return {
          key: event.key,
          on: event.on,
          title: event.title,
          ...(event.enteredOn === null ? {} : { enteredOn: event.enteredOn }),
          ...(event.by === '' ? {} : { by: event.by }),
          detail: (
            <>
              {event.detail}
              {wrong === null ? null : (
                <Button
                  type="link"
                  size="small"
                  aria-label={`撤销 ${chineseDate(event.on)} ${event.title}`}
                  onClick={() => undo(wrong)}
                >
                  撤销
                </Button>
              )}
            </>
          ),
        };
      })}
    />
  );
}

/** 一名流动党员的经过 */
export function ThreadPage(): ReactNode {
  const { awayId } = threadRoute.useSearch();
  return awayId === undefined ? (
    <Page title="流动党员" back={BACK}>
      <Empty description="请从名单选择一名同志" />
    </Page>
  ) : (
    <OneStay key={awayId} awayId={awayId} />
  );
}

function OneStay({ awayId }: { awayId: string }): ReactNode {
  const me = useMe();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const query = useQuery(threadQuery(awayId));
  const [act, setAct] = useState<StayAct | 'change' | 'contact' | 'certificate' | null>(null);
  const [dues, setDues] = useState(false);
  const [undoing, setUndoing] = useState<Undoing | null>(null);
  const renew = (): void => renewFloating(queries);
  const close = (): void => setAct(null);
  const thread = query.data;
  const life = (forDues: boolean) => () => {
    setDues(forDues);
    setAct('life');
  };
  return (
    <>
      <DetailPage<Thread>
        name="流动党员"
        back={BACK}
        query={query}
        show={(found) => ({
          title: `${found.row.name} · 流动党员`,
          facts: factsOf(found, <Phone thread={found} />),
          actions: [
            {
              label: '记一次联系',
              can: can(found, 'contact'),
              run: () => setAct('contact'),
              primary: true,
            },
            { label: '登记返回', can: can(found, 'back'), run: () => setAct('back') },
            { label: '更正', can: can(found, 'change'), run: () => setAct('change') },
            { label: '活动证', can: true, run: () => setAct('certificate') },
          ],
          sections: (
            <>
              {found.row.hints.map((hint) => (
                <p key={hint.code} className="note">
                  {hint.text}
                  {hint.code === 'transfer' || hint.code === 'graduate' ? (
                    <>
                      ，<AddressLink to="/transfers">办理组织关系接转</AddressLink>
                    </>
                  ) : null}
                </p>
              ))}
              {found.row.returnedOn === null && me.permissions.includes('status.read') ? (
                <p className="muted">
                  联系不上的，不在这里记：到<AddressLink to="/status/lost">查找记录</AddressLink>
                  登记查找经过。
                </p>
              ) : null}
              <Section
                title="经过"
                note="参加会议和交纳党费来自各自的记录，不用再登记。"
                actions={
                  <span className="floating-acts">
                    <Button disabled={found.can['tell'] !== true} onClick={life(false)}>
                      登记流入地活动
                    </Button>
                    <Button disabled={found.can['tell'] !== true} onClick={life(true)}>
                      登记流入地党费
                    </Button>
                    <Button
                      disabled={found.can['tell'] !== true}
                      onClick={() => setAct('evaluate')}
                    >
                      民主评议结果
                    </Button>
                    <Button
                      disabled={found.can['review'] !== true}
                      onClick={() => setAct('review')}
                    >
                      活动证检验
                    </Button>
                    <Button disabled={found.can['back'] !== true} onClick={() => setAct('cancel')}>
                      撤销误登
                    </Button>
                  </span>
                }
              >
                <Events thread={found} undo={setUndoing} />
              </Section>
            </>
          ),
        })}
      />
      {thread === undefined ? null : (
        <>
          <AwayDrawer
            orgId={thread.row.orgId}
            open={act === 'change'}
            row={thread.row}
            onClose={close}
            onSaved={renew}
          />
          <ContactDrawer
            open={act === 'contact'}
            people={[thread.row]}
            ticked={[thread.row.awayId]}
            onClose={close}
            onSaved={renew}
            forOthers
          />
          <StayActs
            thread={thread}
            act={act === 'change' || act === 'contact' || act === 'certificate' ? null : act}
            dues={dues}
            onClose={close}
            onSaved={renew}
          />
          <FormDrawer<{ reason: string }, unknown>
            title="撤销一条记录"
            open={undoing !== null}
            onClose={() => setUndoing(null)}
            onSaved={renew}
            saveLabel="撤销"
            lead="撤销的记录和原因都保留，可以查到。"
            save={({ reason }, commandId) =>
              undoing?.kind === 'life'
                ? api.floating.cancelLife({ lifeId: undoing.id, reason, commandId })
                : undoing === null
                  ? Promise.resolve()
                  : api.floating.cancelContact({ contactId: undoing.id, reason, commandId })
            }
          >
            <Field name="reason" label="原因" required>
              <Input maxLength={200} autoComplete="off" />
            </Field>
          </FormDrawer>
          <Drawer
            title="流动党员活动证"
            open={act === 'certificate'}
            onClose={close}
            size={narrow ? '100%' : 900}
            destroyOnHidden
          >
            <PrintView
              title="流动党员活动证"
              src={paperHref('certificate', { awayId, format: 'html' })}
              downloads={[
                { label: '下载 Word', href: paperHref('certificate', { awayId, format: 'docx' }) },
              ]}
            />
          </Drawer>
        </>
      )}
    </>
  );
}
