import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ROUND_REASONS, ROUND_STATES } from '#contract/ballots';
import { chineseDate } from '#kernel/plain-date';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { BoxSection } from './box-section.tsx';
import { FormView } from './form-view.tsx';
import { IssueSection } from './issue-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { PrepareSection } from './prepare-section.tsx';
import { ResultSection } from './result-section.tsx';
import { ballotQuery, type Ballot, type Round } from './queries.ts';
import { ballotRoute } from './routes.ts';
import { KIND_WORDS } from './words.ts';
import './ballots.css';

const lastOf = (ballot: Ballot): Round | undefined => ballot.rounds.at(-1);

const waysOf = (round: Round): string =>
  [round.onPaper ? '纸质票' : '', round.onScreen ? '屏幕票' : '']
    .filter((way) => way !== '')
    .join('、');

/** One ballot from its roll to its result, in the order in which it is done. */
export function BallotPage(): ReactNode {
  const { ballotId } = ballotRoute.useParams();
  const query = useQuery({
    ...ballotQuery(ballotId),
    // While people vote the number of papers in the box grows.
    refetchInterval: (found) =>
      found.state.data === undefined || lastOf(found.state.data)?.state !== 'open' ? false : 5_000,
  });
  return (
    <DetailPage
      back={{ to: '/ballots', label: '投票与测评' }}
      name="投票"
      query={query}
      show={(ballot) => {
        const round = lastOf(ballot);
        if (round === undefined) return { title: ballot.title, sections: null };
        const earlier = ballot.rounds.slice(0, -1);
        const runs = ballot.can['run'] === true;
        return {
          title: ballot.title,
          lead: `${ballot.orgName}　${chineseDate(ballot.heldOn)}`,
          facts: [
            { label: '方式', value: KIND_WORDS[round.form.kind] },
            {
              label: '状态',
              value:
                ballot.destroyedOn === null
                  ? `${round.roundNo > 1 ? `第${round.roundNo}轮（${ROUND_REASONS[round.why]}）` : ''}${ROUND_STATES[round.state]}`
                  : `票已于${chineseDate(ballot.destroyedOn)}销毁`,
            },
            ...(round.entitled === null
              ? []
              : [{ label: '应到 / 实到', value: `${round.entitled} / ${round.present ?? 0}` }]),
            { label: '票', value: waysOf(round) },
            {
              label: '已发出',
              value: `纸质票${round.issuedPaper}张，票码条${round.issuedCodes}张`,
            },
            ...(round.onScreen && (round.state === 'open' || round.state === 'closed')
              ? [{ label: '屏幕票箱', value: `${round.cast}张` }]
              : []),
          ],
          sections: (
            <>
              {ballot.advice.map((text) => (
                <p key={text} className="ballot-advice" role="note">
                  {text}
                </p>
              ))}
              {round.result === null ? null : <ResultSection round={round} />}
              {runs && round.state === 'prepared' ? (
                <PrepareSection ballot={ballot} round={round} />
              ) : null}
              {runs ? <BoxSection ballot={ballot} round={round} /> : null}
              {ballot.hasRoll || runs ? <IssueSection ballot={ballot} round={round} /> : null}
              {runs && round.state !== 'prepared' ? (
                <PrepareSection ballot={ballot} round={round} />
              ) : null}
              <PapersSection ballot={ballot} round={round} />
              <Section title="票面">
                <FormView form={round.form} />
              </Section>
              {earlier.map((before) => (
                <Section
                  key={before.roundNo}
                  title={`第${before.roundNo}轮：${ROUND_STATES[before.state]}`}
                  note={before.voidReason === '' ? undefined : `作废原因：${before.voidReason}`}
                >
                  {before.result === null ? (
                    <p className="muted">没有结果。</p>
                  ) : (
                    <ul className="ballot-sentences">
                      {before.result.sentences.map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  )}
                </Section>
              ))}
            </>
          ),
        };
      }}
    />
  );
}
