import { Button, Empty } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { AUDIENCES, MOVES } from '#contract/publication';
import { chineseDate, todayAt } from '#kernel/plain-date';
import type { Action, Can } from '../../patterns/action-button.tsx';
import { ActionButton } from '../../patterns/action-button.tsx';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { ContentView } from './content-view.tsx';
import { CorrectDrawer, EndProofDrawer, ProofDrawer } from './item-drawers.tsx';
import { stateWords } from './items-page.tsx';
import { MoveDrawer, signable, type Move } from './move-drawer.tsx';
import { itemQuery, type ItemDetail, type Proof } from './queries.ts';
import { itemRoute, paperRoute } from './routes.ts';
import './publication.css';

const BACK = { to: '/publication', label: '公开栏' } as const;
const NO: Can = { code: 'common.not_allowed', params: {} };
const ORDER: readonly Move[] = ['check', 'approve', 'publish', 'return', 'end', 'withdraw'];
/** Offered where the state fits, even if somebody else has to do it: the refusal says who. */
const shown = (item: ItemDetail, move: Move): boolean => {
  const can = item.can[move] ?? NO;
  return can === true || can.code !== 'publication.not_now';
};

/** One item: its text, its steps with names, where the paper hangs, every older version. */
export function ItemPage(): ReactNode {
  const { itemId } = itemRoute.useSearch();
  return itemId === undefined ? (
    <Page title="公开事项" back={BACK}>
      <Empty description="请从公开栏选择一件" />
    </Page>
  ) : (
    <Item itemId={itemId} />
  );
}

function Item({ itemId }: { itemId: string }): ReactNode {
  const query = useQuery(itemQuery(itemId));
  const [move, setMove] = useState<Move | null>(null);
  const [drawer, setDrawer] = useState<'correct' | 'prove' | null>(null);
  const [ending, setEnding] = useState<Proof | null>(null);
  const item = query.data;
  return (
    <>
      <DetailPage
        back={BACK}
        query={query}
        name="公开事项"
        show={(found) => ({
          title: found.title,
          lead: `${found.kindName} · ${AUDIENCES[found.audience]}`,
          facts: factsOf(found),
          actions: [
            ...ORDER.filter((one) => shown(found, one)).map((one, at): Action => ({
              label: MOVES[one],
              // Somebody else may have signed on paper: the form then asks who.
              can: signable(found.can[one] ?? NO) ? true : (found.can[one] ?? NO),
              primary: at === 0 && one !== 'end' && one !== 'withdraw',
              run: () => setMove(one),
            })),
            ...(found.can['correct'] === true
              ? [{ label: '更正', can: true as const, run: () => setDrawer('correct') }]
              : []),
          ],
          sections: (
            <>
              <TextSection item={found} />
              <StepsSection item={found} />
              <ProofsSection item={found} prove={() => setDrawer('prove')} end={setEnding} />
            </>
          ),
        })}
      />
      {item === undefined ? null : (
        <>
          <MoveDrawer item={item} move={move} onClose={() => setMove(null)} />
          <CorrectDrawer item={item} open={drawer === 'correct'} onClose={() => setDrawer(null)} />
          <ProofDrawer item={item} open={drawer === 'prove'} onClose={() => setDrawer(null)} />
          <EndProofDrawer proof={ending} onClose={() => setEnding(null)} />
        </>
      )}
    </>
  );
}

const factsOf = (item: ItemDetail) => [
  { label: '办到哪一步', value: stateWords(item) },
  {
    label: '公开期限',
    value:
      item.shownFrom === null
        ? item.fixedUntil === null
          ? item.postingDays === 0
            ? '长期'
            : `不少于${item.postingDays}天`
          : `到${chineseDate(item.fixedUntil)}`
        : `${chineseDate(item.shownFrom)}起${item.shownUntil === null ? '长期' : `至${chineseDate(item.shownUntil)}`}`,
  },
  {
    label: '公开编号',
    value:
      item.shownCode === '' ? '公开后生效' : <span className="public-code">{item.shownCode}</span>,
  },
  { label: '来源', value: item.source === null ? '在这里写的' : `${item.source.name}的记录` },
  { label: '依据', value: item.basis },
];

function TextSection({ item }: { item: ItemDetail }): ReactNode {
  const [newest, ...older] = item.versions;
  const search = { itemId: item.itemId };
  return (
    <Section
      title="内容"
      actions={
        <span className="public-acts">
          <Link to={paperRoute.to} search={{ ...search, kind: 'sheet', size: 'A4' }}>
            打印张贴（A4）
          </Link>
          <Link to={paperRoute.to} search={{ ...search, kind: 'sheet', size: 'A3' }}>
            A3
          </Link>
          <Link to={paperRoute.to} search={{ ...search, kind: 'approval' }}>
            公开审批表
          </Link>
          {item.boardPath === '' || item.shownCode === '' || item.endedOn !== null ? null : (
            <a
              href={`${item.boardPath}/${item.shownCode.replaceAll('-', '')}`}
              target="_blank"
              rel="noreferrer"
            >
              在公开栏里看
            </a>
          )}
        </span>
      }
    >
      {newest === undefined ? null : <ContentView content={newest.content} />}
      {older.map((version) => (
        <details key={version.version}>
          <summary>
            第{version.version}稿：{version.title}（
            {chineseDate(todayAt(Date.parse(version.enteredAt)))}，编号
            <span className="public-code">{version.code}</span>）
          </summary>
          <ContentView content={version.content} />
        </details>
      ))}
      {newest === undefined || newest.reason === '' ? null : (
        <p className="muted">更正原因：{newest.reason}</p>
      )}
    </Section>
  );
}

function StepsSection({ item }: { item: ItemDetail }): ReactNode {
  return (
    <Section title="经过">
      <ol className="timeline">
        {item.steps.map((step, at) => (
          <li key={at}>
            <div className="timeline-when">{chineseDate(step.on)}</div>
            <div className="timeline-title">
              {step.move}
              {step.version > 1 ? `（第${step.version}稿）` : ''}：{step.byName}
              <span className="muted"> {step.byAs}</span>
            </div>
            {step.note === '' ? null : <div>{step.note}</div>}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ProofsSection({
  item,
  prove,
  end,
}: {
  readonly item: ItemDetail;
  readonly prove: () => void;
  readonly end: (proof: Proof) => void;
}): ReactNode {
  const may = item.can['prove'] ?? NO;
  return (
    <Section
      title="张贴"
      note="贴在哪里、从哪天到哪天、哪两个人证明。不要求拍照。"
      actions={<ActionButton label="登记张贴" can={may} run={prove} />}
    >
      {item.proofs.length === 0 ? (
        <p className="muted">没有登记。</p>
      ) : (
        <ul className="public-list">
          {item.proofs.map((proof) => (
            <li key={proof.proofId}>
              <p>
                {proof.place}：{chineseDate(proof.from)}起
                {proof.until === null ? '' : `至${chineseDate(proof.until)}`}；证明人
                {proof.firstName}、{proof.secondName}
              </p>
              {proof.until === null && may === true ? (
                <Button size="small" onClick={() => end(proof)}>
                  登记揭下
                </Button>
              ) : null}
              {proof.fileId === null ? null : <a href={`/api/files/${proof.fileId}`}>照片</a>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
