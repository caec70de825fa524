import type { ReactNode } from 'react';
import { Section } from '../../patterns/detail-page.tsx';
import { linesOfForm, optionsOfForm } from './form-words.ts';
import type { Round } from './queries.ts';

const NUMBERS = [
  ['entitled', '应到会'],
  ['present', '实到会'],
  ['issued', '发出票'],
  ['returned', '收回票'],
  ['missing', '未收回'],
  ['valid', '有效票'],
  ['invalid', '无效票'],
] as const;

/** The result as announced: numbers, votes of each line, who is elected, in words and in a table. */
export function ResultSection({ round }: { round: Round }): ReactNode {
  const { result, form } = round;
  if (result === null) return null;
  const { numbers, tally, outcome } = result;
  const words = linesOfForm(form);
  const survey = form.kind === 'survey';
  const heads = survey ? [] : optionsOfForm(form, 0);
  const won = new Set(outcome?.elected);
  const keyAt = (line: number): string => (survey ? '' : (form.entries[line]?.key ?? ''));
  return (
    <Section title="结果">
      {result.stands ? null : (
        <p className="ballot-advice" role="alert">
          收回的票多于发出的票或到会人数，本轮投票无效，须重新投票。
        </p>
      )}
      <dl className="ballot-numbers">
        {NUMBERS.flatMap(([key, label]) =>
          numbers[key] === null
            ? []
            : [
                <div key={key}>
                  <dt>{label}</dt>
                  <dd>{numbers[key]}</dd>
                </div>,
              ],
        )}
      </dl>
      {!result.shown ? (
        <p>有效票不足5张，不列明细。</p>
      ) : survey ? (
        tally.lines.map((line, at) => (
          <div key={words[at]} className="ballot-question">
            <h3>
              {at + 1}. {words[at]}
            </h3>
            <ul>
              {optionsOfForm(form, at).map((option, n) => (
                <li key={option}>
                  {option}：{line.counts[n]}
                </li>
              ))}
              {(tally.texts[at] ?? []).map((text, n) => (
                // Words may be the same; their order says nothing.
                <li key={`${text} ${n + 1}`}>{text}</li>
              ))}
            </ul>
          </div>
        ))
      ) : (
        <div className="ballot-scroll" tabIndex={0} role="region" aria-label="得票">
          <table className="ballot-table">
            <thead>
              <tr>
                <th scope="col">{form.kind === 'decide' ? '事项' : '姓名'}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                {outcome === null ? null : <th scope="col">结果</th>}
              </tr>
            </thead>
            <tbody>
              {tally.lines.map((line, at) => (
                <tr key={keyAt(at)}>
                  <th scope="row">{words[at]}</th>
                  {heads.map((head, n) => (
                    <td key={head}>{line.counts[n]}</td>
                  ))}
                  {outcome === null ? null : (
                    <td>
                      {won.has(keyAt(at)) ? (form.kind === 'decide' ? '● 通过' : '● 当选') : ''}
                    </td>
                  )}
                </tr>
              ))}
              {tally.writeIns.map(({ name, count }) => (
                <tr key={`+${name}`}>
                  <th scope="row">另选：{name}</th>
                  <td>{count}</td>
                  {heads.slice(1).map((head) => (
                    <td key={head} />
                  ))}
                  {outcome === null ? null : <td>{won.has(`+${name}`) ? '● 当选' : ''}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <ul className="ballot-sentences">
        {(outcome === null
          ? result.sentences.slice(0, 1)
          : [
              result.sentences[0] ?? '',
              ...result.sentences.slice(words.length + tally.writeIns.length + 1),
            ]
        ).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}
