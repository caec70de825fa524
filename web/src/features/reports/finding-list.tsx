import { Button, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Content, Finding } from './queries.ts';
import { QuotedForm } from './quoted-list.tsx';
import type { Names } from './tokens.ts';

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly names: Names;
  /** Puts a token in the place of the typed number. */
  readonly onReplace: (finding: Finding, token: string) => void;
  readonly onNoFigure: (place: string, reason: string) => void;
  readonly onQuoted: (one: Content['quoted'][number]) => void;
}

const WORDS: Readonly<Record<Finding['kind'], (text: string) => string>> = {
  typed_number: (text) => `“${text}”取自哪条记录？`,
  unknown_figure: (text) => `没有“${text}”这个数据`,
  unknown_quoted: (text) => `没有“${text}”这条引用数据`,
};

/** Each number without an origin, and the three ways to give it one. */
export function FindingList({
  findings,
  names,
  onReplace,
  onNoFigure,
  onQuoted,
}: FindingListProps): ReactNode {
  const [quoting, setQuoting] = useState<Finding | null>(null);
  const [marking, setMarking] = useState<Finding | null>(null);
  const [reason, setReason] = useState('');
  if (findings.length === 0) return null;
  /** Figures that have just this number come first. */
  const options = (text: string) =>
    names.figures
      .toSorted((a, b) => Number(b.text === text) - Number(a.text === text))
      .map((one) => ({
        value: one.indicator,
        label: `${one.name} ${one.text}${one.unit}`,
      }));
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={`${finding.place} ${index}`}>
          <span>
            {WORDS[finding.kind](finding.text)}
            <span className="muted">（……{finding.place}……）</span>
          </span>
          {finding.kind !== 'typed_number' ? null : (
            <span className="finding-acts">
              <Select
                showSearch
                optionFilterProp="label"
                placeholder="换成报告数据"
                aria-label={`“${finding.text}”换成报告数据`}
                value={null}
                options={options(finding.text)}
                onChange={(id: string | null) =>
                  id === null ? undefined : onReplace(finding, `{{${id}}}`)
                }
              />
              <Button onClick={() => setQuoting(finding)}>引用数据</Button>
              <Button
                onClick={() => {
                  setReason('');
                  setMarking(finding);
                }}
              >
                不是统计数字
              </Button>
            </span>
          )}
        </li>
      ))}
      <QuotedForm
        open={quoting !== null}
        value={quoting?.text ?? ''}
        taken={names.quoted}
        onClose={() => setQuoting(null)}
        onMade={(one) => {
          onQuoted(one);
          setQuoting(null);
        }}
      />
      <Modal
        title={`“${marking?.text ?? ''}”不是统计数字`}
        open={marking !== null}
        okText="注明"
        cancelText="取消"
        okButtonProps={{ disabled: reason.trim() === '' }}
        onCancel={() => setMarking(null)}
        onOk={() => {
          if (marking !== null) onNoFigure(marking.place, reason.trim());
          setMarking(null);
        }}
      >
        <label>
          原因
          <Input
            value={reason}
            maxLength={100}
            placeholder="如：楼层、房间号、文件名称"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </Modal>
    </ul>
  );
}
