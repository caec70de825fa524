import { escapeHtml } from '#engines/document';
import { groupedCode, type PublicContent } from '#engines/publishing';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { SECTIONS, type SectionKey } from '#contract/publication-words';
import { boardPath, postPath } from '../rules/address.ts';
import { boardStyle } from './board-style.ts';
import { contentHtml } from './content-html.ts';

/** What the pages of a public board show; nothing but what is published. */
export interface ShownPost {
  readonly code: string;
  readonly section: SectionKey;
  readonly kindName: string;
  readonly notice: boolean;
  readonly title: string;
  readonly content: PublicContent | null;
  readonly shownFrom: PlainDate;
  readonly shownUntil: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly replacedBy: string;
}
export interface ShownQuestion {
  readonly number: number;
  readonly question: string;
  readonly answer: string;
  readonly askedOn: PlainDate;
  readonly answeredOn: PlainDate;
}
interface BoardFacts {
  readonly code: string;
  readonly name: string;
  readonly village: boolean;
}

/** A page that needs no script, no session and nothing from outside; it reads at 360 px. */
export function pageHtml(board: BoardFacts | null, title: string, body: string): string {
  const name = board === null ? '公开栏' : board.name;
  const home =
    board === null
      ? `<span class="name">${escapeHtml(name)}</span>`
      : `<a class="name" href="${boardPath(board.code)}">${escapeHtml(name)}</a>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(name)}</title>
<style>${boardStyle}</style>
</head>
<body>
<header><div class="in">${home}<span class="kind">公开栏</span></div></header>
<main class="in">
${body}
</main>
<footer><div class="in">
<form action="/board/check" method="get" class="check">
<label for="code">核验公开编号</label>
<div class="row"><input id="code" name="code" autocomplete="off" placeholder="如 K7QF-2M9D-XW4P" maxlength="20"><button>核验</button></div>
<p>纸上的编号在这里能查到同样的文字，就是本栏公开的原文。</p>
</form>
</div></footer>
</body>
</html>
`;
}

const term = (post: Pick<ShownPost, 'shownFrom' | 'shownUntil'>): string =>
  post.shownUntil === null
    ? `${chineseDate(post.shownFrom)}起长期公开`
    : `${chineseDate(post.shownFrom)}至${chineseDate(post.shownUntil)}`;

const listHtml = (board: BoardFacts, posts: readonly ShownPost[]): string =>
  posts.length === 0
    ? '<p class="none">目前没有。</p>'
    : `<ul class="posts">${posts
        .map(
          (post) =>
            `<li><a href="${postPath(board.code, post.code)}">${escapeHtml(post.title)}</a><span>${escapeHtml(post.kindName)} · ${term(post)}</span></li>`,
        )
        .join('')}</ul>`;

const questionHtml = (one: ShownQuestion): string =>
  `<li><p class="q"><strong>第${one.number}号</strong> ${escapeHtml(one.question)} <span>${chineseDate(one.askedOn)}</span></p><p class="a"><strong>答复</strong> ${escapeHtml(one.answer)} <span>${chineseDate(one.answeredOn)}</span></p></li>`;

/** The board: what runs as a notice first, then the headings of the field, then questions. */
export function boardHtml(
  board: BoardFacts,
  posts: readonly ShownPost[],
  answers: readonly ShownQuestion[],
): string {
  const keys = (Object.keys(SECTIONS) as SectionKey[]).filter(
    (key) => board.village || key !== 'village',
  );
  const parts = [
    {
      id: 'notice',
      name: '公示中',
      html: listHtml(
        board,
        posts.filter((post) => post.notice),
      ),
    },
    ...keys.map((key) => ({
      id: key,
      name: SECTIONS[key],
      html: listHtml(
        board,
        posts.filter((post) => post.section === key && !post.notice),
      ),
    })),
    {
      id: 'questions',
      name: '提问与答复',
      html: `<p><a class="act" href="${boardPath(board.code)}/ask">我要提问</a></p>${
        answers.length === 0
          ? '<p class="none">目前没有公开的问答。</p>'
          : `<ul class="questions">${answers.map(questionHtml).join('')}</ul>`
      }`,
    },
  ];
  const nav = parts.map((part) => `<a href="#${part.id}">${part.name}</a>`).join('');
  const sections = parts
    .map(
      (part) =>
        `<section id="${part.id}" aria-labelledby="h-${part.id}"><h2 id="h-${part.id}">${part.name}</h2>${part.html}</section>`,
    )
    .join('\n');
  return pageHtml(
    board,
    '公开栏',
    `<h1 class="away">${escapeHtml(board.name)}公开栏</h1><nav aria-label="栏目">${nav}</nav>\n${sections}`,
  );
}

/** One text as it hangs, with its period, its code and the way to a question. */
export function postHtml(board: BoardFacts, post: ShownPost): string {
  const { content } = post;
  const body = content === null ? '' : contentHtml(content);
  return pageHtml(
    board,
    post.title,
    `<p class="back"><a href="${boardPath(board.code)}">‹ 返回公开栏</a></p>
<article>
<h1>${escapeHtml(post.title)}</h1>
<dl><div><dt>事项</dt><dd>${escapeHtml(post.kindName)}</dd></div><div><dt>公开期限</dt><dd>${term(post)}</dd></div><div><dt>公开编号</dt><dd class="code">${groupedCode(post.code)}</dd></div></dl>
${body}
</article>
<p><a class="act" href="${boardPath(board.code)}/ask?about=${post.code}">${post.notice ? '对公示提意见' : '对这件事提问'}</a></p>`,
  );
}

/** The answer to a code: the text itself, or what became of it. */
export function checkHtml(
  board: BoardFacts | null,
  typed: string,
  post: ShownPost | null,
  hanging: boolean,
): string {
  const said = `<p class="code">${escapeHtml(groupedCode(typed))}</p>`;
  if (board === null || post === null)
    return pageHtml(
      null,
      '核验公开编号',
      `<h1>没有这个编号</h1>${typed === '' ? '' : said}<p>请核对有没有抄错。编号是十二位字母和数字，不分大小写。仍然没有的，请向张贴的单位查问。</p>`,
    );
  if (post.endedOn !== null || !hanging) {
    const replaced =
      post.replacedBy === ''
        ? ''
        : `<p>内容已经更正，<a href="${postPath(board.code, post.replacedBy)}">看更正后的原文</a>。</p>`;
    const last = post.endedOn ?? post.shownUntil ?? post.shownFrom;
    return pageHtml(
      board,
      '核验公开编号',
      `<h1>编号属实，公开已经结束</h1>${said}<p>${escapeHtml(board.name)}从${chineseDate(post.shownFrom)}起公开，到${chineseDate(last)}结束，原文已经撤下。</p>${replaced}`,
    );
  }
  return pageHtml(
    board,
    '核验公开编号',
    `<h1>编号属实</h1>${said}<p>这是${escapeHtml(board.name)}公开的原文，请与纸上的逐字核对。</p><article><h2>${escapeHtml(post.title)}</h2>${post.content === null ? '' : contentHtml(post.content)}</article><p><a href="${postPath(board.code, post.code)}">在公开栏里看</a></p>`,
  );
}
