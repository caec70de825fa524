import { escapeHtml } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { boardPath } from '../rules/address.ts';
import { pageHtml } from './board-page.ts';

interface AskFacts {
  readonly board: { readonly code: string; readonly name: string; readonly village: boolean };
  readonly commandId: string;
  /** What it is about, where it began at a text of the board. */
  readonly about: { readonly code: string; readonly title: string } | null;
  readonly words: string;
  readonly asker: string;
  /** Why it was not taken; empty at first. */
  readonly refused: string;
}

/** The form: one field that is asked for, a name that is not. */
export function askHtml(of: AskFacts): string {
  const { board, about } = of;
  return pageHtml(
    board,
    '提问',
    `<p class="back"><a href="${boardPath(board.code)}">‹ 返回公开栏</a></p>
<h1>提问</h1>
${about === null ? '' : `<p>关于：${escapeHtml(about.title)}</p>`}
<form class="ask" method="post" action="${boardPath(board.code)}/ask">
${of.refused === '' ? '' : `<p class="said" role="alert">${escapeHtml(of.refused)}</p>`}
<input type="hidden" name="commandId" value="${escapeHtml(of.commandId)}">
<input type="hidden" name="about" value="${escapeHtml(about?.code ?? '')}">
<div class="field"><label for="words">想问什么、有什么意见</label><textarea id="words" name="words" required maxlength="1000">${escapeHtml(of.words)}</textarea></div>
<div class="field"><label for="asker">怎样称呼您、怎样找到您（可以不填）</label><input id="asker" name="asker" maxlength="50" autocomplete="off" value="${escapeHtml(of.asker)}"><p class="hint">这一栏不公开，只有答复的人能看到。不记录是从哪里提交的。</p></div>
<button>提交</button>
</form>
<p class="hint">提问编号登记，十个工作日内答复。不会用手机、电脑的，当面、打电话提也一样登记。</p>`,
  );
}

/** After it was taken: its number, by which the answer is found, and until when. */
export const askedHtml = (board: AskFacts['board'], number: number, dueOn: PlainDate): string =>
  pageHtml(
    board,
    '已收到',
    `<h1>已收到，编号第${number}号</h1>
<p>请记住这个编号。${chineseDate(dueOn)}前答复；可以公开的答复在“提问与答复”里能看到。</p>
<p><a class="act" href="${boardPath(board.code)}">返回公开栏</a></p>`,
  );
