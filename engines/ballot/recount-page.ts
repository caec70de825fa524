import type { RecountFile } from './recount.ts';

/**
 * Counts in the browser of whoever opens the page, written apart from `count.ts` on purpose: the two must
 * agree. No server, nothing loaded, ES5 so that an old office machine runs it.
 */
const SCRIPT = `
function judge(form, paper) {
  var picks = paper[0], names = paper[1], yes = 0, no = 0, marked = names.length > 0, i;
  for (i = 0; i < picks.length; i += 1) {
    var p = picks[i];
    if (p === 0) yes += 1;
    if (p === 1) no += 1;
    if (p !== null && p !== '' && !(p instanceof Array && p.length === 0)) marked = true;
  }
  var others = names.filter(function (n) {
    return !(form.entries || []).some(function (e) { return e.name === n; });
  });
  var why = null;
  if (paper[2] === 1) why = '作废或无法辨认';
  else if (form.kind === 'approve' && yes + others.length > form.seats) why = '多于应选名额';
  else if (form.kind === 'choose' && !marked) why = '空白';
  else if (form.kind === 'choose' && yes + others.length > form.most) why = '多于应选名额';
  else if (form.kind === 'choose' && yes + others.length < form.least) why = '少于应选名额';
  else if ((form.kind === 'grade' || form.kind === 'survey') && !marked) why = '空白';
  return { why: why, others: form.kind === 'approve' && others.length > no ? [] : others };
}
function columns(form, line) {
  if (form.kind === 'approve' || form.kind === 'decide') return ['赞成', '不赞成', '弃权'];
  if (form.kind === 'choose') return ['同意'];
  if (form.kind === 'grade') return form.grades.concat(['未填']);
  return (form.questions[line].options || []).concat(['未填']);
}
function tally(file) {
  var form = file.form, lines = (form.entries || form.questions).map(function (e, at) {
    return { text: e.name || e.text, heads: columns(form, at), counts: columns(form, at).map(function () { return 0; }) };
  });
  var r = { valid: 0, invalid: 0, why: {}, names: {}, lines: lines };
  file.papers.forEach(function (one) {
    var paper = JSON.parse(one.paper), j = judge(form, paper);
    if (j.why) { r.invalid += one.times; r.why[j.why] = (r.why[j.why] || 0) + one.times; return; }
    r.valid += one.times;
    paper[0].forEach(function (p, at) {
      var line = lines[at], last = line.counts.length - 1, q = form.questions && form.questions[at];
      if (typeof p === 'string') return;
      var many = p instanceof Array, over = many && q.most !== undefined && p.length > q.most;
      if (p === null || (many && (p.length === 0 || over))) {
        if (form.kind !== 'choose') line.counts[last] += one.times;
      } else (many ? p : [p]).forEach(function (o) { line.counts[o] += one.times; });
    });
    j.others.forEach(function (n) { r.names[n] = (r.names[n] || 0) + one.times; });
  });
  if (file.totals) {
    r.valid += file.totals.valid; r.invalid += file.totals.invalid;
    file.totals.lines.forEach(function (line, at) {
      line.counts.forEach(function (n, o) { lines[at].counts[o] += n; });
      if (form.kind === 'grade' || form.kind === 'survey') lines[at].counts[lines[at].counts.length - 1] += line.unmarked;
    });
    file.totals.writeIns.forEach(function (w) { r.names[w.name] = (r.names[w.name] || 0) + w.count; });
  }
  return r;
}
function cell(row, text, head) { var c = document.createElement(head ? 'th' : 'td'); c.textContent = text; row.appendChild(c); }
function show(file) {
  var r = tally(file), out = document.getElementById('out');
  out.textContent = '';
  var h = document.createElement('h2'); h.textContent = file.organisation + ' ' + file.title + ' 第' + file.round + '轮'; out.appendChild(h);
  var p = document.createElement('p');
  p.textContent = '共' + (r.valid + r.invalid) + '张，有效' + r.valid + '张，无效' + r.invalid + '张' +
    Object.keys(r.why).map(function (w) { return '（' + w + r.why[w] + '张）'; }).join('') + '。';
  out.appendChild(p);
  var t = document.createElement('table'); t.id = 'counted';
  r.lines.forEach(function (line) {
    var row = t.insertRow(); cell(row, line.text, true);
    line.heads.forEach(function (head, at) { cell(row, head + ' ' + line.counts[at], false); });
  });
  Object.keys(r.names).sort().forEach(function (n) { var row = t.insertRow(); cell(row, '另选 ' + n, true); cell(row, '赞成 ' + r.names[n], false); });
  out.appendChild(t);
}
function read(text) {
  try {
    var file = JSON.parse(text);
    if (file.format !== 'zhibu-recount-1') throw new Error('format');
    show(file);
  } catch (e) { document.getElementById('out').textContent = '这不是复核文件，无法计算。'; }
}
document.getElementById('other').addEventListener('change', function (e) {
  var r = new FileReader(); r.onload = function () { read(String(r.result)); }; r.readAsText(e.target.files[0]);
});
read(document.getElementById('papers').textContent);
`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** 复核页: one HTML file that counts the papers it carries, on any machine, without a server. */
export const recountPage = (file: RecountFile): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(file.title)} 复核页</title>
<style>
body{font:16px/1.7 system-ui,sans-serif;max-width:960px;margin:0 auto;padding:16px;color:#111;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #666;padding:6px 8px;text-align:left}
@media print{label{display:none}}
</style>
</head>
<body>
<h1>计票复核</h1>
<p>本页自带全部${escape(String(file.papers.reduce((all, one) => all + one.times, 0)))}张票的内容（没有票码，不知道是谁的、什么时候投的），断网也能打开。${file.totals === null ? '' : `另有${file.totals.papers}张纸质票由计票人手工合计，加在一起。`}数字由您的浏览器现算，与计票报告单比对即可。</p>
<p><label>换一份复核文件：<input type="file" id="other" accept=".json,application/json"></label></p>
<div id="out" aria-live="polite"></div>
<script type="application/json" id="papers">${JSON.stringify(file).replaceAll('<', '\\u003c')}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
