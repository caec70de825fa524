import {
  INVALID_WORDS,
  judge,
  LONGEST_NAME,
  linesOf,
  lineText,
  optionsAt,
  paperWord,
  writeInsOf,
  type Form,
  type Marks,
  type Pick,
} from '#engines/ballot';
import type { BoothPaper } from '../store/booth.ts';
import { boothPage, escape } from './booth-frame.ts';
import { instructions } from './slip-sheet.ts';

/** How a booth is set up: at a kiosk the next voter follows. */
export interface Booth {
  readonly kiosk: boolean;
}

type Shown = Part<BoothPaper, 'form' | 'title' | 'organ' | 'roundNo'>;
type Part<T, K extends keyof T> = { readonly [Name in K]: T[Name] };

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escape(value)}">`;

const carried = (booth: Booth, code: string): string =>
  hidden('code', code) + (booth.kiosk ? hidden('kiosk', '1') : '');

const head = (paper: Shown): string =>
  `<p class="organ">${escape(paper.organ)}</p><h1>${escape(paper.title)}${paperWord(paper.form)}${paper.roundNo > 1 ? `（第${paper.roundNo}轮）` : ''}</h1>`;

const problem = (message: string | null): string =>
  message === null ? '' : `<p class="problem" role="alert">${escape(message)}</p>`;

/** Where a code is typed, or filled in by the address of a scanned one. */
export const codePage = (booth: Booth, message: string | null): string =>
  boothPage(
    '投票',
    `<h1>投票</h1>${problem(message)}
<form method="post" action="/t/paper" id="enter">${booth.kiosk ? hidden('kiosk', '1') : ''}
<label for="code">请输入票码条上的12位票码</label>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="80" required autofocus placeholder="例如 K7QD-93MP-WX42">
<button type="submit">打开${booth.kiosk ? '' : '我的'}票</button></form>
<p class="muted">票码是您自己从箱里抽的，谁也不知道您抽到哪一张。系统不记录谁在什么时候投了什么。</p>`,
  );

const isPicked = (pick: Pick | undefined, option: number): boolean =>
  pick === option || (Array.isArray(pick) && (pick as readonly number[]).includes(option));

function choices(form: Form, line: number, pick: Pick | undefined): string {
  const question = form.kind === 'survey' ? form.questions[line] : undefined;
  if (question?.kind === 'text')
    return `<textarea name="p${line}" maxlength="${question.longest}" rows="3" aria-labelledby="q${line}">${escape(typeof pick === 'string' ? pick : '')}</textarea>`;
  const several = form.kind === 'choose' || question?.kind === 'many';
  return `<div class="options">${optionsAt(form, line)
    .map(
      (option, at) =>
        `<label><input type="${several ? 'checkbox' : 'radio'}" name="p${line}" value="${at}"${isPicked(pick, at) ? ' checked' : ''}><span>${escape(option)}</span></label>`,
    )
    .join('')}</div>`;
}

function lines(form: Form, marks: Marks | null): string {
  return Array.from({ length: linesOf(form) }, (_, line) => {
    const entry = form.kind === 'survey' ? undefined : form.entries[line];
    const question = form.kind === 'survey' ? form.questions[line] : undefined;
    const most =
      question?.kind === 'many'
        ? `（可选${question.most === undefined ? '多' : `至多${question.most}`}项）`
        : '';
    const note =
      entry?.note === undefined || entry.note === '' ? '' : `<small>${escape(entry.note)}</small>`;
    return `<fieldset><legend id="q${line}">${form.kind === 'survey' ? `${line + 1}. ` : ''}${escape(lineText(form, line))}${most}${note}</legend>${choices(form, line, marks?.picks[line])}</fieldset>`;
  }).join('');
}

/** The paper itself, empty or as filled in before. */
export function paperPage(
  booth: Booth,
  paper: Shown,
  code: string,
  marks: Marks | null,
  message: string | null = null,
): string {
  const { form } = paper;
  const others = Array.from(
    { length: writeInsOf(form) },
    (_, at) =>
      `<input name="w${at}" maxlength="${LONGEST_NAME}" autocomplete="off" aria-label="另选他人姓名${at + 1}" value="${escape(marks?.writeIns[at] ?? '')}">`,
  ).join('');
  const how = instructions(form)
    .filter((line) => !/画“|√/.test(line) || /应选/.test(line))
    .map((line) => `<p>${escape(line)}</p>`)
    .join('');
  const grades = form.kind === 'grade' ? '<p>每人选一个等次。</p>' : '';
  const decide = form.kind === 'decide' ? '<p>每一项选一个，不选的按弃权计。</p>' : '';
  const choose =
    form.kind === 'choose'
      ? `<p>${form.least > 0 ? `至少选${form.least}人，` : ''}最多选${form.most}人，超过的无效。</p>`
      : '';
  return boothPage(
    paper.title,
    `${head(paper)}${problem(message)}<div class="how">${how}${grades}${decide}${choose}</div>
<form method="post" action="/t/look" autocomplete="off">${carried(booth, code)}
${lines(form, marks)}
${others === '' ? '' : `<fieldset><legend>另选他人<small>不赞成候选人的，可以另选他人；弃权的不能另选</small></legend><div class="names">${others}</div></fieldset>`}
<label class="spoil"><input type="checkbox" name="spoil" value="1"${marks?.spoiled === true ? ' checked' : ''}><span>这张票我声明作废</span></label>
<button type="submit">下一步：核对</button></form>`,
  );
}

const said = (form: Form, line: number, pick: Pick): string => {
  if (pick === null || (Array.isArray(pick) && pick.length === 0))
    return form.kind === 'approve' || form.kind === 'decide' ? '弃权（未选）' : '未选';
  if (typeof pick === 'string') return pick;
  const options = optionsAt(form, line);
  return (typeof pick === 'number' ? [pick] : (pick as readonly number[]))
    .map((at) => options[at] ?? '')
    .join('、');
};

function warnings(form: Form, marks: Marks): string[] {
  const judged = judge(form, marks);
  return [
    ...(judged.invalid === null ? [] : [`这张票${INVALID_WORDS[judged.invalid]}，会成为无效票。`]),
    ...(judged.blank && judged.invalid === null ? ['这是一张空白票，全部按弃权计。'] : []),
    ...(judged.ignored.length === 0
      ? []
      : [
          `另选的${judged.ignored.join('、')}不会计票：另选的人数不能多于不赞成的人数，候选人在上面选。`,
        ]),
  ];
}

/** Marks as the fields of a form that carry them to the next step. */
function fields(marks: Marks): string {
  const picks = marks.picks.flatMap((pick, line) =>
    pick === null
      ? []
      : Array.isArray(pick)
        ? (pick as readonly number[]).map((at) => hidden(`p${line}`, String(at)))
        : [hidden(`p${line}`, String(pick))],
  );
  const names = marks.writeIns.map((name, at) => hidden(`w${at}`, name));
  return [...picks, ...names, ...(marks.spoiled ? [hidden('spoil', '1')] : [])].join('');
}

/** What will be cast, to be looked over. Nothing is stored yet. */
export function lookPage(booth: Booth, paper: Shown, code: string, marks: Marks): string {
  const { form } = paper;
  const rows = marks.picks
    .map(
      (pick, line) =>
        `<tr><th scope="row">${escape(lineText(form, line))}</th><td>${escape(said(form, line, pick))}</td></tr>`,
    )
    .join('');
  const names = marks.writeIns
    .map((name) => `<tr><th scope="row">另选</th><td>${escape(name)}</td></tr>`)
    .join('');
  return boothPage(
    '核对',
    `${head(paper)}<h2>请核对</h2>${warnings(form, marks)
      .map((text) => `<p class="problem" role="alert">${escape(text)}</p>`)
      .join('')}
<table>${rows}${names}</table>
<form method="post" action="/t/cast" id="cast">${carried(booth, code)}${fields(marks)}
<button type="submit">投入票箱</button>
<button type="submit" class="second" formaction="/t/paper">返回修改</button></form>
<p class="muted">投入后不能更改，也没有人能查出这张票是谁投的。</p>`,
  );
}

/** The receipt. It says nothing else, so that nobody can be asked to show what they voted. */
export const donePage = (booth: Booth): string =>
  boothPage(
    '已投入票箱',
    `<h1 class="done" role="status">已投入票箱</h1>${booth.kiosk ? '<p><a class="next" href="/t?kiosk=1">下一位</a></p>' : '<p class="muted">可以关闭本页了。</p>'}`,
    booth.kiosk ? '<meta http-equiv="refresh" content="6;url=/t?kiosk=1">' : '',
  );
