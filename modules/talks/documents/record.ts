import { formTable, label, span, type CellLine, type Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

export interface RecordFacts {
  readonly heldOn: PlainDate;
  readonly kind: string;
  readonly place: string;
  readonly talker: string;
  readonly partner: string;
}

/** Lines to write on by hand: one long line each, with the room of a line above it. */
const LINES = 14;
const blankLines = (): CellLine[] =>
  Array.from({ length: LINES }, (): CellLine[] => ['', [{ kind: 'blank', chars: 34 }]]).flat();

/**
 * 谈心谈话记录表. Without a talk every field is empty; without `text` the content is lines for
 * handwriting. `text` is given only where one of the two prints it.
 */
export function recordDocument(of: {
  readonly orgName: string;
  readonly talk: RecordFacts | null;
  readonly text: string | null;
}): Document {
  const { talk } = of;
  const lines: CellLine[] =
    of.text === null ? blankLines() : of.text.split('\n').map((line): CellLine => line);
  return {
    title: '谈心谈话记录表',
    caption: [`党组织：${of.orgName}`],
    layout: 'form',
    blocks: [
      formTable(
        [26, 54, 26, 54],
        [
          [label('谈话人'), talk?.talker ?? '', label('谈话对象'), talk?.partner ?? ''],
          [
            label('谈话日期'),
            talk === null ? '　　年　　月　　日' : chineseDate(talk.heldOn),
            label('谈话地点'),
            talk?.place ?? '',
          ],
          [label('谈话类别'), span(talk?.kind ?? '', 3)],
          {
            cells: [
              label('谈\n话\n内\n容'),
              { kind: 'cell', lines, colSpan: 3, vertical: 'top' as const },
            ],
            height: 150,
          },
        ],
        11,
      ),
      { kind: 'signatures', labels: ['谈话人（签名）', '谈话对象（签名）'] },
    ],
    notes: ['本表由谈话双方保管，内容不对外。'],
  };
}
