import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ORG_KINDS } from '#contract/organisations';
import type { TreeRow } from './tree-model.ts';

interface OrgTreeProps {
  readonly rows: readonly TreeRow[];
  readonly closed: ReadonlySet<string>;
  readonly onToggle: (orgId: string) => void;
  readonly onOpen: (orgId: string) => void;
  readonly label: string;
}

/**
 * The tree as a list of rows with levels, in the keys a tree has: arrows move, right opens, left
 * closes or goes up, Enter opens the page. One row takes the focus by Tab.
 */
export function OrgTree({ rows, closed, onToggle, onOpen, label }: OrgTreeProps): ReactNode {
  const frame = useRef<HTMLUListElement>(null);
  const focus = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    frame.current?.querySelector<HTMLElement>(`[data-org="${row.node.orgId}"]`)?.focus();
  };
  const move = (event: KeyboardEvent<HTMLElement>, index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    const isOpen = row.children.length > 0 && !closed.has(row.node.orgId);
    const up = rows.findLastIndex((one, at) => at < index && one.level < row.level);
    const act: Record<string, () => void> = {
      ArrowDown: () => focus(index + 1),
      ArrowUp: () => focus(index - 1),
      Home: () => focus(0),
      End: () => focus(rows.length - 1),
      ArrowRight: () => {
        if (isOpen) focus(index + 1);
        else if (row.children.length > 0) onToggle(row.node.orgId);
      },
      ArrowLeft: () => {
        if (isOpen) onToggle(row.node.orgId);
        else focus(up);
      },
      Enter: () => onOpen(row.node.orgId),
    };
    const run = act[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };

  return (
    <ul ref={frame} className="org-tree" role="tree" aria-label={label}>
      {rows.map((row, index) => {
        const { node, level, children, total } = row;
        const folded = closed.has(node.orgId);
        return (
          <li
            key={node.orgId}
            role="treeitem"
            aria-level={level}
            aria-expanded={children.length === 0 ? undefined : !folded}
            aria-selected={false}
            data-org={node.orgId}
            tabIndex={index === 0 ? 0 : -1}
            className="org-row"
            style={{ paddingInlineStart: `calc(${level - 1} * var(--org-step) + 8px)` }}
            onKeyDown={(event) => move(event, index)}
            onClick={(event) => {
              const onMark = event.target instanceof Element && event.target.closest('.org-fold');
              if (onMark) onToggle(node.orgId);
              else onOpen(node.orgId);
            }}
          >
            <span className="org-fold" aria-hidden="true">
              {children.length === 0 ? '' : folded ? '▸' : '▾'}
            </span>
            <span className="org-name">{node.name}</span>
            <span className="tag">{ORG_KINDS[node.kind]}</span>
            {total === null || node.kind === 'leading_group' ? null : (
              <span className="org-count number">
                {node.members === 0 && children.length > 0 ? '' : `党员 ${node.members ?? 0} 名`}
                {children.length > 0 ? `${node.members === 0 ? '' : '，'}共 ${total} 名` : ''}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
