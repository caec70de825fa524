import type { Family, Procedure, Step } from './definition.ts';

const term = (step: Step<string, string, string>, moves: Procedure['moves']): string[] =>
  (['earliest', 'latest'] as const).flatMap((as) =>
    (step[as] ?? []).map((one) => {
      const length =
        one.workdays === undefined
          ? one.months === undefined
            ? `${one.days ?? 0}天`
            : `${one.months}个月`
          : `${one.workdays}个工作日`;
      const from = moves[one.after]?.label ?? one.after;
      return as === 'earliest' ? `自“${from}”满${length}` : `自“${from}”起${length}内`;
    }),
  );

const diagram = (procedure: Procedure): string => {
  const steps = Object.entries(procedure.moves) as [string, Step<string, string, string>][];
  const names = Object.entries(procedure.states) as [string, string][];
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...names.map(([state, name]) => `  ${state}: ${name}`),
    `  [*] --> ${procedure.begins}`,
    ...steps.flatMap(([, step]) =>
      step.from.map((from) => `  ${from} --> ${step.to}: ${step.label}`),
    ),
    ...procedure.ends.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
};

const table = (procedure: Procedure): string => {
  const steps = Object.entries(procedure.moves) as [string, Step<string, string, string>][];
  return [
    '| 步骤 | 谁办 | 时限 | 材料 | 会议 |',
    '| --- | --- | --- | --- | --- |',
    ...steps.map(([, step]) =>
      [
        '',
        step.label,
        step.actor,
        term(step, procedure.moves).join('；'),
        (step.papers ?? []).map((paper) => paper.name).join('、'),
        step.meeting === undefined
          ? ''
          : step.meeting.body === 'members'
            ? '支部党员大会'
            : '支委会',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
};

/** The page of `docs/procedures/` for a procedure: a diagram and a table for each version. */
export const procedurePage = (all: Family): string =>
  [
    `# ${all.title}`,
    ...all.versions.map((version) =>
      [
        `## ${version.version}（${version.since === null ? '以前' : `自 ${version.since} 起`}）`,
        diagram(version),
        table(version),
      ].join('\n\n'),
    ),
    '',
  ].join('\n\n');
