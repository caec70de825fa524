import { dutiesOf, isOpen, type ObligationSource } from '#engines/obligation';
import { formatYuan } from '#kernel/money';
import { addDays, chineseDate, dayOf, yearOf } from '#kernel/plain-date';
import { may } from '#platform/db';
import { duesInHand } from '#modules/dues';
import type { HandoverSource } from '#modules/organisations';

const AHEAD = 60;
const MOST = 30;

/** What all modules together add to 交接清单: dues not handed up yet, and whatever is still due. */
export const handoverSections =
  (sources: readonly ObligationSource[]): HandoverSource =>
  async (read, orgId) => {
    const day = read.today;
    const span = { from: dayOf(yearOf(day), 1, 1), to: addDays(day, AHEAD) };
    const duties = await dutiesOf(sources, read, [orgId], span, day);
    const open = duties.filter((duty) => duty.orgId === orgId && isOpen(duty));
    const hand = may(read.actor, 'dues.read') ? await duesInHand(read, orgId) : null;
    return [
      ...(hand === null
        ? []
        : [
            {
              title: '党费账目、票据',
              lines: [
                hand.receipts === 0
                  ? '已收党费全部上缴。'
                  : `已收未上缴${hand.receipts}笔，共${formatYuan(hand.amount)}元。`,
              ],
            },
          ]),
      {
        title: '未办结事项',
        lines: open
          .slice(0, MOST)
          .map((duty) => `${duty.title}（${chineseDate(duty.until)}前）：${duty.reason}`),
      },
    ];
  };
