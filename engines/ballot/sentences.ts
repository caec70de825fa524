import type { Tally } from './count.ts';
import { optionsAt, type Form } from './form.ts';
import type { Base, Outcome, RoundNumbers } from './outcome.ts';
import { mayBeShown, type Secrecy } from './publish.ts';

const BASES: Readonly<Record<Base, string>> = {
  entitled: '应到会人数',
  present: '实到会人数',
  returned: '收回票数',
  valid: '有效票数',
};

/** What a paper is called: 选票 of elections, 表决票 of decisions, 测评票 of grades, 问卷 of surveys. */
export const paperWord = (form: Form): string =>
  form.kind === 'approve'
    ? '选票'
    : form.kind === 'choose'
      ? '推荐票'
      : form.kind === 'decide'
        ? '表决票'
        : form.kind === 'grade'
          ? '测评票'
          : '问卷';

const countsText = (form: Form, tally: Tally, line: number): string => {
  const { counts = [], unmarked = 0 } = tally.lines[line] ?? {};
  const parts = optionsAt(form, line).map((option, at) => `${option}${counts[at] ?? 0}票`);
  if (form.kind !== 'choose' && unmarked > 0) parts.push(`未填${unmarked}票`);
  return parts.join('，');
};

const nameOf = (found: Outcome, key: string): string =>
  found.lines.find((line) => line.key === key)?.name ?? key;

/** 应到…，实到…。发出…，收回…，有效…，无效…。 */
export function numbersSentence(form: Form, numbers: RoundNumbers): string {
  const { entitled, present, issued, returned, missing, valid, invalid } = numbers;
  const word = paperWord(form);
  const people = [
    ...(entitled === null ? [] : [`应到${entitled}人`]),
    ...(present === null ? [] : [`实到${present}人`]),
  ].join('，');
  const gone = missing === 0 ? '' : `，未收回${missing}张`;
  return `${people === '' ? '' : `${people}。`}发出${word}${issued}张，收回${returned}张${gone}，其中有效票${valid}张，无效票${invalid}张。`;
}

function outcomeSentences(form: Form, found: Outcome): string[] {
  const names = (keys: readonly string[]): string =>
    keys.map((key) => nameOf(found, key)).join('、');
  const ground = `按${BASES[found.base]}${found.of}计算，须得赞成票${found.needed}票以上`;
  if (form.kind === 'decide') {
    const lost = found.lines.filter(({ passed }) => !passed).map(({ key }) => key);
    return [
      `${ground}。${found.elected.length === 0 ? '' : `通过：${names(found.elected)}。`}${lost.length === 0 ? '' : `未通过：${names(lost)}。`}`,
    ];
  }
  return [
    `${ground}。${found.elected.length === 0 ? '没有人当选。' : `当选：${names(found.elected)}。`}`,
    ...(found.tied === null
      ? []
      : [
          `${names(found.tied.keys)}得票相等，不能确定其余${found.tied.seats}个名额，应就得票相等的被选举人再次投票。`,
        ]),
    ...(found.short === 0 ? [] : [`尚缺${found.short}个名额，应就不足的名额另行选举。`]),
  ];
}

/** The result in sentences as they are read out and printed, in their order. */
export function resultSentences(of: {
  readonly form: Form;
  readonly secrecy: Secrecy;
  readonly numbers: RoundNumbers;
  readonly tally: Tally;
  readonly outcome: Outcome | null;
}): string[] {
  const { form, tally, secrecy, numbers } = of;
  const first = numbersSentence(form, numbers);
  if (!mayBeShown(secrecy, tally)) return [first, '有效票不足5张，不列明细。'];
  const lines =
    form.kind === 'survey'
      ? form.questions.flatMap((question, at) =>
          question.kind === 'text' ? [] : [`${question.text}：${countsText(form, tally, at)}。`],
        )
      : form.entries.map(({ name }, at) => `${name}：${countsText(form, tally, at)}。`);
  const others = tally.writeIns.map(({ name, count }) => `另选${name}：${count}票。`);
  return [
    first,
    ...lines,
    ...others,
    ...(of.outcome === null ? [] : outcomeSentences(form, of.outcome)),
  ];
}
