import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import { chineseDate, daysBetween, type PlainDate } from '#kernel/plain-date';
import { catalogueFor, ruleNamed, type KindEntry } from './rules/catalogue.ts';
import { isRegular, periodName, periodsOver, type Period, type Regular } from './rules/period.ts';
import { boardsOf } from './store/boards.ts';
import { shownItems } from './store/items.ts';
import { fixedFor, fixedKinds } from './store/kinds.ts';
import { questionsOver } from './store/questions.ts';

const KINDS = { 'publication.regular': '按期公开', 'publication.answer': '答复提问' } as const;

interface Shown {
  readonly id: string;
  readonly kind: string;
  readonly on: PlainDate;
}
interface Asked {
  readonly id: string;
  readonly number: number;
  readonly askedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly closedOn: PlainDate | null;
}
interface Facts {
  readonly orgId: OrgId;
  readonly openedOn: PlainDate;
  readonly lines: readonly KindEntry[];
  readonly shown: readonly Shown[];
  readonly asked: readonly Asked[];
}

const left = (day: PlainDate, until: PlainDate): string => {
  const days = daysBetween(day, until);
  return days < 0 ? `${chineseDate(until)}到期，已过 ${-days} 天` : `还有 ${days} 天`;
};

/** One period of one line: fulfilled by anything of it that was hung within the period. */
function regularDuty(
  facts: Facts,
  line: KindEntry & { readonly rhythm: Regular },
  period: Period,
  day: PlainDate,
): Duty {
  const done = facts.shown
    .filter((one) => one.kind === line.kind && one.on >= period.from && one.on <= period.to)
    .toSorted((a, b) => a.on.localeCompare(b.on))[0];
  const name = periodName(line.rhythm, period);
  return {
    key: `publication.regular:${line.kind}:${period.from}:${facts.orgId}`,
    kind: 'publication.regular',
    orgId: facts.orgId,
    personId: null,
    title: `公开：${line.name}（${name}）`,
    reason:
      done === undefined
        ? `${name}还没有公开，${left(day, period.to)}`
        : `已于${chineseDate(done.on)}公开`,
    rule: ruleNamed(line.rule),
    from: period.from,
    until: period.to,
    state: done === undefined ? (day > period.to ? 'missed' : 'ahead') : 'done',
    fulfilledBy: done === undefined ? null : { id: done.id, on: done.on },
    opens: { route: '/publication', search: { act: 'propose', kind: line.kind } },
    permission: 'publication.write',
  };
}

function answerDuty(facts: Facts, one: Asked, day: PlainDate): Duty {
  const done = one.closedOn;
  return {
    key: `publication.answer:${one.id}`,
    kind: 'publication.answer',
    orgId: facts.orgId,
    personId: null,
    title: `答复第${one.number}号提问`,
    reason: done === null ? left(day, one.dueOn) : `已于${chineseDate(done)}办结`,
    rule: ruleNamed('open.feedback'),
    from: one.askedOn,
    until: one.dueOn,
    state:
      done !== null
        ? done > one.dueOn
          ? 'entered_later'
          : 'done'
        : day > one.dueOn
          ? 'missed'
          : 'ahead',
    fulfilledBy: done === null ? null : { id: one.id, on: done },
    opens: { route: '/publication/todo', search: {} },
    permission: 'publication.write',
  };
}

/** What is to be published in a period, and questions to be answered: of organisations that keep a board. */
export const publicationObligations = obligationSource<readonly Facts[]>({
  module: 'publication',
  kinds: KINDS,
  async load(read, orgIds, span) {
    const boards = (await boardsOf(read, orgIds)).filter((board) => board.open);
    const ids = boards.map((board) => board.orgId);
    if (ids.length === 0) return [];
    const fixed = await fixedKinds(read);
    const shown = Map.groupBy(await shownItems(read, ids), (row) => row.org_id);
    const asked = Map.groupBy(await questionsOver(read, ids, span.to), (row) => row.org_id);
    return boards.map((board): Facts => ({
      orgId: board.orgId,
      openedOn: board.openedOn,
      lines: catalogueFor(fixedFor(fixed, board.orgPath), board.village),
      shown: (shown.get(board.orgId) ?? []).flatMap((row) =>
        row.shown_from === null
          ? []
          : [
              {
                id: row.item_id,
                kind: row.kind,
                on: row.shown_from,
              },
            ],
      ),
      asked: (asked.get(board.orgId) ?? []).map((row) => ({
        id: row.question_id,
        number: row.number,
        askedOn: row.asked_on,
        dueOn: row.due_on,
        closedOn: row.state === 'open' ? null : row.answered_on,
      })),
    }));
  },
  duties: (facts, span, day) => facts.flatMap((one) => dutiesOfBoard(one, span, day)),
});

function dutiesOfBoard(facts: Facts, span: Span, day: PlainDate): Duty[] {
  const regular = facts.lines.flatMap((line) => {
    const { rhythm } = line;
    if (!line.required || !isRegular(rhythm)) return [];
    // Nothing is due for periods that were over before the board was opened.
    return periodsOver(rhythm, span)
      .filter((period) => period.to >= facts.openedOn)
      .map((period) => regularDuty(facts, { ...line, rhythm }, period, day));
  });
  const answers = facts.asked
    .filter((one) => one.askedOn <= span.to && one.dueOn >= span.from)
    .map((one) => answerDuty(facts, one, day));
  return [...regular, ...answers];
}
