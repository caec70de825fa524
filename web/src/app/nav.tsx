import { Link, useRouterState } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { MenuEntry, MenuGroup } from './menu.ts';

const within = (path: string, to: string): boolean =>
  path === to || (to !== '/' && path.startsWith(`${to}/`));

/** The entry that a path belongs to: the longest address that contains it. */
export function entryAt(groups: readonly MenuGroup[], path: string): MenuEntry | undefined {
  return groups
    .flatMap((group) => group.entries)
    .filter((entry) => within(path, entry.to))
    .toSorted((a, b) => b.to.length - a.to.length)[0];
}

const usePath = (): string => useRouterState({ select: (state) => state.location.pathname });

function MenuLink({
  entry,
  current,
  label,
}: {
  entry: MenuEntry;
  current: boolean;
  label: string;
}): ReactNode {
  return (
    <Link
      to={entry.to}
      className="menu-link"
      // The longest address decides (`entryAt`); the router alone would also mark every shorter one.
      activeOptions={{ exact: true }}
      aria-current={current ? 'page' : undefined}
    >
      {label}
    </Link>
  );
}

/** The menu at the side: a plain list of links, a group opens and closes; a group of one entry is a link itself. */
export function SideMenu({ groups }: { groups: readonly MenuGroup[] }): ReactNode {
  const current = entryAt(groups, usePath());
  const [toggled, setToggled] = useState<Readonly<Record<string, boolean>>>({});
  return (
    <nav className="menu" aria-label="主菜单">
      <ul>
        {groups.map((group) => {
          const [only] = group.entries;
          const holdsCurrent = current !== undefined && group.entries.includes(current);
          const open = toggled[group.name] ?? holdsCurrent;
          if (group.entries.length === 1 && only !== undefined) {
            return (
              <li key={group.name} className="menu-group" style={{ fontWeight: 600 }}>
                <MenuLink
                  entry={only}
                  current={holdsCurrent}
                  label={group.name === '首页' ? '首页' : `${group.name} · ${only.label}`}
                />
              </li>
            );
          }
          return (
            <li key={group.name} className="menu-group">
              <button
                type="button"
                className="plain-button menu-head"
                aria-expanded={open}
                onClick={() => setToggled({ ...toggled, [group.name]: !open })}
              >
                {group.name}
                <span className="menu-arrow" aria-hidden="true" />
              </button>
              {open ? (
                <ul className="menu-list">
                  {group.entries.map((entry) => (
                    <li key={entry.to}>
                      <MenuLink entry={entry} current={entry === current} label={entry.label} />
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** On a phone: the first entry of the first groups at the bottom, the whole menu behind 更多. */
export function BottomBar({
  groups,
  onMore,
}: {
  groups: readonly MenuGroup[];
  onMore: () => void;
}): ReactNode {
  const current = entryAt(groups, usePath());
  const few = groups.length <= 5 && groups.every((group) => group.entries.length === 1);
  return (
    <nav className="shell-bar" aria-label="常用">
      {groups.slice(0, few ? 5 : 4).map((group) => {
        const [first] = group.entries;
        if (first === undefined) return null;
        const here = current !== undefined && group.entries.includes(current);
        return (
          <Link
            key={group.name}
            to={first.to}
            className="shell-bar-item"
            activeOptions={{ exact: true }}
            aria-current={here ? 'page' : undefined}
          >
            {group.name}
          </Link>
        );
      })}
      {few ? null : (
        <button type="button" className="plain-button shell-bar-item" onClick={onMore}>
          更多
        </button>
      )}
    </nav>
  );
}
