import { Button, Checkbox, Drawer, Input, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useMe } from '../../app/session.ts';
import { useNarrow } from '../../patterns/narrow.ts';
import { codesQuery, downloadHref } from './queries.ts';
import './members.css';

const USUAL = [
  'number',
  'name',
  'sex',
  'ethnic',
  'bornOn',
  'education',
  'category',
  'joinedOn',
  'regularisedOn',
  'standing',
  'job',
  'branch',
];

interface ExportDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The filters of the list: what is on the screen is what is exported. */
  readonly filters: Readonly<Record<string, string | number | undefined>>;
}

/** The list on the screen as a workbook, with the columns chosen; each export is kept in the log. */
export function ExportDrawer({ open, onClose, filters }: ExportDrawerProps): ReactNode {
  const me = useMe();
  const narrow = useNarrow();
  const columns = useQuery(codesQuery).data?.columns ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(USUAL);
  const [secrets, setSecrets] = useState<'masked' | 'full'>('masked');
  const [reason, setReason] = useState('');
  const label = useId();
  const why = useId();
  const hasSecret = chosen.includes('idNumber') || chosen.includes('phone');
  const full = hasSecret && secrets === 'full';
  const ready = chosen.length > 0 && (!full || reason.trim() !== '');
  const href = downloadHref('/members/export', {
    ...filters,
    columns: chosen.join(','),
    secrets: full ? 'full' : 'masked',
    reason: full ? reason.trim() : '',
  });
  return (
    <Drawer title="导出花名册" open={open} onClose={onClose} size={narrow ? '100%' : 560}>
      <p>导出当前列表里的全部党员。每次导出都有记录。</p>
      <fieldset className="export-part">
        <legend id={label}>选择列</legend>
        <Checkbox.Group
          className="columns-choice"
          value={[...chosen]}
          options={columns.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(next) => setChosen(next.map(String))}
        />
      </fieldset>
      {hasSecret ? (
        <fieldset className="export-part">
          <legend>公民身份号码和手机号码</legend>
          <Radio.Group
            value={secrets}
            onChange={(event) => setSecrets(event.target.value === 'full' ? 'full' : 'masked')}
            options={[
              { value: 'masked', label: '中间几位用星号代替' },
              {
                value: 'full',
                label: '完整号码',
                disabled: !me.permissions.includes('members.reveal'),
              },
            ]}
          />
        </fieldset>
      ) : null}
      {full ? (
        <div className="filter">
          <label htmlFor={why}>用途（会记入日志）</label>
          <Input
            id={why}
            value={reason}
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      ) : null}
      <p>
        <Button type="primary" disabled={!ready} href={ready ? href : undefined} onClick={onClose}>
          导出 Excel
        </Button>
      </p>
    </Drawer>
  );
}
