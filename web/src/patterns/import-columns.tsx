import { Select } from 'antd';
import type { ReactNode } from 'react';

export interface ImportColumn {
  readonly index: number;
  /** As it stands in the file, line breaks folded. */
  readonly header: string;
  readonly samples: readonly string[];
  readonly guess: string | null;
  /** Guessed from header and content, or from one of them only. */
  readonly sure: boolean;
}

export interface ImportTarget {
  readonly value: string;
  readonly label: string;
  readonly required?: boolean;
}

interface ColumnsStepProps {
  readonly columns: readonly ImportColumn[];
  readonly targets: readonly ImportTarget[];
  readonly mapping: ReadonlyMap<number, string | null>;
  readonly onChange: (mapping: ReadonlyMap<number, string | null>) => void;
}

const LEFT_OUT = '';

/** Each column of the file with its first values and what it is taken for. */
export function ColumnsStep({ columns, targets, mapping, onChange }: ColumnsStepProps): ReactNode {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label="各列（表格，可左右滚动）">
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">表中的列</th>
            <th scope="col">前几个值</th>
            <th scope="col">作为</th>
            <th scope="col">把握</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const target = mapping.get(column.index) ?? null;
            return (
              <tr key={column.index}>
                <th scope="row">
                  {column.header === '' ? `第${column.index + 1}列（没有标题）` : column.header}
                </th>
                <td className="muted">{column.samples.join('、')}</td>
                <td>
                  <Select
                    aria-label={`“${column.header}”作为`}
                    className="column-target"
                    value={target ?? LEFT_OUT}
                    popupMatchSelectWidth={false}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={[
                      { value: LEFT_OUT, label: '不导入' },
                      ...targets.map(({ value, label }) => ({ value, label })),
                    ]}
                    onChange={(next) => {
                      const changed = new Map(mapping);
                      if (next !== LEFT_OUT) {
                        // Two columns cannot be the same thing; the later choice takes it.
                        for (const [index, value] of changed)
                          if (value === next) changed.set(index, null);
                      }
                      changed.set(column.index, next === LEFT_OUT ? null : next);
                      onChange(changed);
                    }}
                  />
                </td>
                <td>
                  {target === null
                    ? ''
                    : target !== column.guess
                      ? '已改'
                      : column.sure
                        ? '有把握'
                        : '请核对'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
