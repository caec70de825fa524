import { Button } from 'antd';
import type { ReactNode } from 'react';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { Clash } from './merge.ts';
import type { RecordKeeper, RecordSnapshot, Saving } from './record-keeper.ts';

const WORDS: Readonly<Record<Saving['state'], string>> = {
  saved: '已保存',
  waiting: '正在填写，自动保存',
  saving: '正在保存',
  unreachable: '暂时连不上，填写的内容留在本页，会自动再试',
  unfinished: '',
  refused: '',
};

const PARTS: Readonly<Record<string, string>> = {
  title: '名称',
  talk: '讨论',
  decision: '决定',
  chair: '主持人',
  recorder: '记录人',
  votes: '表决',
  tasks: '交办事项',
  outcome: '落实结果',
  note: '备注',
};

const placeOf = ({ path }: Clash): string =>
  path
    .map((part, index) =>
      typeof part === 'number'
        ? path[index - 1] === 'items'
          ? `第${part + 1}项`
          : ''
        : (PARTS[part] ?? ''),
    )
    .join('');

interface SavingNoteProps {
  readonly keeper: RecordKeeper;
  readonly snapshot: RecordSnapshot;
}

/** Whether everything is saved; what somebody else wrote meanwhile. */
export function SavingNote({ keeper, snapshot }: SavingNoteProps): ReactNode {
  const { saving, joined, clashes } = snapshot;
  return (
    <div className="saving">
      {saving.state === 'refused' ? (
        <FailureNote failure={saving.failure} />
      ) : (
        <p role="status" className={`saving-${saving.state}`}>
          {saving.state === 'unfinished' ? saving.sentence : WORDS[saving.state]}
        </p>
      )}
      {joined ? (
        <div className="note" role="alert">
          <p>
            刚才有别的同志也改了这份记录，两边的内容已经合在一起
            {clashes.length === 0 ? '，没有冲突。' : '。下面几处两人都改了，留的是您写的：'}
          </p>
          {clashes.length === 0 ? null : (
            <ul>
              {clashes.map((clash) => (
                <li key={clash.path.join('.')}>
                  {placeOf(clash)}，对方写的是：<q>{clash.theirs}</q>
                </li>
              ))}
            </ul>
          )}
          <Button size="small" onClick={() => keeper.seen()}>
            知道了
          </Button>
        </div>
      ) : null}
    </div>
  );
}
