import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { Section } from '../../patterns/detail-page.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import type { Preview } from './queries.ts';

type Choice = OrgChoice | 'leave' | null;

/** Branch names of the table that no branch bears: which one is meant, or that its rows stay out. */
export function BranchesSection({
  branches,
  busy,
  onDecide,
}: {
  branches: Preview['branches'];
  busy: boolean;
  onDecide: (chosen: Readonly<Record<string, OrgId | null>>) => void;
}): ReactNode {
  const unknown = branches.filter((branch) => !branch.decided);
  const [chosen, setChosen] = useState<Readonly<Record<string, Choice>>>({});
  if (unknown.length === 0) return null;
  const decided = Object.entries(chosen).filter(([, choice]) => choice !== null);
  return (
    <Section
      title={`没有找到的党支部（${unknown.length}）`}
      note="表中写的名称在您的工作范围里没有。请选择是哪个党支部，或不导入它的各行。"
    >
      <ul className="import-branches">
        {unknown.map(({ name, rows }) => {
          const choice = chosen[name] ?? null;
          return (
            <li key={name}>
              <div>
                “{name}”（{rows} 行）
              </div>
              <OrgPicker
                value={choice === 'leave' ? null : choice}
                disabled={choice === 'leave'}
                placeholder={`“${name}”是哪个党支部`}
                onChange={(org) => setChosen({ ...chosen, [name]: org })}
              />
              <Checkbox
                checked={choice === 'leave'}
                onChange={(event) =>
                  setChosen({ ...chosen, [name]: event.target.checked ? 'leave' : null })
                }
              >
                不导入
              </Checkbox>
            </li>
          );
        })}
      </ul>
      <Button
        loading={busy}
        disabled={decided.length === 0}
        onClick={() =>
          onDecide(
            Object.fromEntries(
              decided.map(([name, choice]) => [
                name,
                choice === 'leave' || choice === null ? null : choice.id,
              ]),
            ),
          )
        }
      >
        按所选重新预览
      </Button>
    </Section>
  );
}
