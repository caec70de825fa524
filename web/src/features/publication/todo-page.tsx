import { Button, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { BoardBar } from './board-bar.tsx';
import { stateWords } from './items-page.tsx';
import { renewPublication, todoQuery, type ItemRow, type Offer, type Todo } from './queries.ts';
import { QuestionList } from './question-list.tsx';
import { itemRoute, itemsRoute } from './routes.ts';
import './publication.css';

/** 公开待办: what waits for somebody, what is due, what came to its end, what records could go out. */
export function TodoPage(): ReactNode {
  const { orgId } = useMe().acting;
  const query = useQuery(todoQuery(orgId));
  const found = query.data;
  return (
    <Page
      title="公开待办"
      lead="等审核、审批、公开的，到期要撤下的，这一期该公开还没公开的，和等答复的提问。"
    >
      {found === undefined ? (
        query.error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : (
        <>
          {found.board.open ? null : (
            <BoardBar
              orgId={orgId}
              board={found.board}
              can={found.can['board'] ?? { code: 'common.not_allowed', params: {} }}
            />
          )}
          <ItemsSection title="等办理" rows={found.waiting} none="没有等办理的。" />
          <MissingSection missing={found.missing} may={found.can['propose'] === true} />
          <OffersSection offers={found.offers} may={found.can['propose'] === true} />
          <ItemsSection
            title="已到期，待撤下"
            note="公开栏上到期自动不显示；纸质的请揭下，在这一件里登记后撤下。"
            rows={found.expired}
            none="没有到期的。"
          />
          <Section title="等答复的提问">
            {found.questions.length === 0 ? (
              <p className="muted">没有等答复的。</p>
            ) : (
              <QuestionList rows={found.questions} />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function ItemsSection({
  title,
  note,
  rows,
  none,
}: {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly ItemRow[];
  readonly none: string;
}): ReactNode {
  return (
    <Section title={title} note={note}>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul className="public-list">
          {rows.map((row) => (
            <li key={row.itemId}>
              <Link to={itemRoute.to} search={{ itemId: row.itemId }}>
                {row.title}
              </Link>{' '}
              <span className="muted">
                {stateWords(row)} · {row.kindName} · {row.orgName}
                {row.shownUntil === null ? '' : ` · ${chineseDate(row.shownUntil)}到期`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function MissingSection({
  missing,
  may,
}: {
  readonly missing: Todo['missing'];
  readonly may: boolean;
}): ReactNode {
  return (
    <Section title="该公开还没公开">
      {missing.length === 0 ? (
        <p className="muted">按公开目录，到今天都公开了。</p>
      ) : (
        <ul className="public-list">
          {missing.map((one) => (
            <li key={`${one.kind} ${one.from}`}>
              {may ? (
                <Link to={itemsRoute.to} search={{ act: 'propose', kind: one.kind }}>
                  {one.name}
                </Link>
              ) : (
                one.name
              )}{' '}
              <span className="muted">
                {one.period}（依据：{one.basis}）
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function OffersSection({
  offers,
  may,
}: {
  readonly offers: readonly Offer[];
  readonly may: boolean;
}): ReactNode {
  const { orgId } = useMe().acting;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const proposing = useAct<Offer, { itemId: string }>({
    save: ({ kind, module, sourceId }, commandId) =>
      api.publication.propose({ orgId, kind, source: { module, sourceId }, commandId }),
    onSaved: ({ itemId }) => {
      renewPublication(queries);
      void navigate({ to: itemRoute.to, search: { itemId } });
    },
    savedWords: '已提出，请另一位同志审核',
  });
  return (
    <Section title="记录里可以公开的" note="内容从原记录读取，不用再写一遍。">
      {offers.length === 0 ? (
        <p className="muted">没有新的。</p>
      ) : (
        <ul className="public-list">
          {offers.map((offer) => (
            <li key={`${offer.module} ${offer.sourceId}`}>
              <p>
                {offer.title}{' '}
                <span className="muted">
                  {offer.kindName} · {chineseDate(offer.on)}
                  {offer.until === null ? '' : ` · 公示到${chineseDate(offer.until)}`}
                </span>
              </p>
              {may ? (
                <Button
                  size="small"
                  disabled={proposing.busy}
                  aria-label={`提出公开：${offer.title}`}
                  onClick={() => proposing.run(offer)}
                >
                  提出公开
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <FailureNote failure={proposing.failure} />
    </Section>
  );
}
