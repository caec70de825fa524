import { linesOf, optionsAt, paperWord, writeInsOf, type Form } from '#engines/ballot';

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is printed on a paper slip; the screen paper says the same. */
export interface SlipText {
  readonly organ: string;
  readonly title: string;
  readonly roundNo: number;
  readonly form: Form;
}

/** How to fill it in, in the words of the form. */
export function instructions(form: Form): string[] {
  switch (form.kind) {
    case 'approve':
      return [
        `应选${form.seats}人。赞成、另选他人合计不超过${form.seats}人的有效，超过的无效。`,
        `同意的画“○”，不同意的画“×”，弃权的不画任何符号。${form.writeIns > 0 ? '不同意某候选人的，可以在空格里另写他人姓名并画“○”；弃权的不能另选他人。' : ''}`,
      ];
    case 'choose':
      return [
        `在同意的姓名后画“○”，${form.least > 0 ? `至少${form.least}人，` : ''}最多${form.most}人，超过的无效。`,
      ];
    case 'decide':
      return ['每一项在“赞成”“不赞成”“弃权”中选一个画“○”，不画的按弃权计。'];
    case 'grade':
      return ['每人只在一个等次下画“○”。'];
    case 'survey':
      return ['选择题在选中的答案前画“√”，标明可选几项的不要超过。'];
  }
}

const box = '<span class="box"></span>';

function personRows(form: Exclude<Form, { kind: 'survey' }>): string {
  const heads =
    form.kind === 'approve' || form.kind === 'choose' ? ['画符号处'] : optionsAt(form, 0);
  const cells = (): string => heads.map(() => '<td class="mark"></td>').join('');
  const rows = form.entries.map(
    ({ name, note }) =>
      `<tr><th scope="row">${escape(name)}${note === undefined || note === '' ? '' : `<small>${escape(note)}</small>`}</th>${cells()}</tr>`,
  );
  const empty = Array.from(
    { length: writeInsOf(form) },
    () => `<tr><th scope="row" class="write">另选：</th>${cells()}</tr>`,
  );
  const head = form.kind === 'decide' ? '事项' : '姓名';
  return `<table><thead><tr><th>${head}</th>${heads.map((one) => `<th>${escape(one)}</th>`).join('')}</tr></thead><tbody>${[...rows, ...empty].join('')}</tbody></table>`;
}

const surveyRows = (form: Extract<Form, { kind: 'survey' }>): string =>
  form.questions
    .map((question, at) => {
      const many =
        question.kind === 'many'
          ? `（可选${question.most === undefined ? '多' : `至多${question.most}`}项）`
          : '';
      const when =
        question.when === undefined
          ? ''
          : `（第${form.questions.findIndex(({ key }) => key === question.when?.question) + 1}题选${String.fromCharCode(65 + question.when.option)}的填）`;
      const body =
        question.kind === 'text'
          ? '<div class="lines"></div>'
          : `<p class="options">${question.options.map((option, n) => `<span>${box}${String.fromCharCode(65 + n)}. ${escape(option)}</span>`).join('')}</p>`;
      return `<div class="question"><p>${at + 1}. ${escape(question.text)}${many}${when}</p>${body}</div>`;
    })
    .join('');

function slip(text: SlipText): string {
  const { form } = text;
  const round = text.roundNo > 1 ? `（第${text.roundNo}轮）` : '';
  return `<section class="slip"><h1>${escape(text.organ)}</h1><h2>${escape(text.title)}${paperWord(form)}${round}</h2>
${form.kind === 'survey' ? surveyRows(form) : personRows(form)}
<div class="how">${instructions(form)
    .map((line) => `<p>${escape(line)}</p>`)
    .join('')}</div></section>`;
}

const css = (perPage: number, large: boolean): string => {
  const columns = perPage === 4 ? 2 : 1;
  const rows = perPage === 1 ? 1 : 2;
  const size = (perPage === 1 ? 14 : perPage === 2 ? 11.5 : 9) * (large ? 1.35 : 1);
  return `@page{size:A4;margin:0}
*{box-sizing:border-box}body{margin:0;font:${size}pt/1.5 "Songti SC",SimSun,serif;color:#000;background:#fff}
.page{width:210mm;height:296mm;display:grid;grid-template:repeat(${rows},1fr)/repeat(${columns},1fr);page-break-after:always}
.page:last-child{page-break-after:auto}
.slip{padding:9mm 10mm;border:0 dashed #777;overflow:hidden;border-bottom-width:1px;border-right-width:1px}
h1{font-size:1em;text-align:center;margin:0;font-weight:400}h2{font-size:1.35em;text-align:center;margin:.1em 0 .5em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #000;padding:.22em .4em;font-weight:400;text-align:center}
th[scope=row]{text-align:left;width:52%}th small{display:block;font-size:.8em}.mark{min-width:3em}.write{height:2em}
.how{margin-top:.5em;font-size:.82em}.how p,.question p{margin:.15em 0}
.question{margin:.35em 0}.options span{display:inline-block;margin-right:1.2em}.box{display:inline-block;width:.85em;height:.85em;border:1px solid #000;margin-right:.25em;vertical-align:-.08em}
.lines{height:3.4em;border-bottom:1px solid #000}`;
};

/** Paper slips for the office printer, A4 to be cut: the same slip `perPage` times on one page. */
export const slipSheet = (text: SlipText, perPage: 1 | 2 | 4, large: boolean): string =>
  `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(text.title)}${paperWord(text.form)}</title><style>${css(
    // Long papers are not cut into halves.
    linesOf(text.form) > (perPage === 4 ? 10 : 16) ? 1 : perPage,
    large,
  )}</style></head>
<body><div class="page">${Array.from({ length: linesOf(text.form) > (perPage === 4 ? 10 : 16) ? 1 : perPage }, () => slip(text)).join('')}</div></body></html>
`;
