import { DownOutlined } from '@ant-design/icons';
import { Link, useRouter } from '@tanstack/react-router';
import { Button, Drawer, Dropdown } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import './layout.css';
import { menuFor, type MenuEntry } from './menu.ts';
import { chooseMode, MODE_NAMES, useModeChoice, type ModeChoice } from './mode.ts';
import { BottomBar, SideMenu } from './nav.tsx';
import { MeContext, type Me } from './session.ts';

export interface LayoutProps {
  readonly me: Me;
  readonly entries: readonly MenuEntry[];
  readonly actAs: (postId: string) => void;
  readonly signOut: () => void;
  readonly children: ReactNode;
}

/** The frame of every page behind the log-in: header with the post, menu, content. */
export function Layout({ me, entries, actAs, signOut, children }: LayoutProps): ReactNode {
  const [menuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  const groups = menuFor(entries, me.acting.standing, (permission) =>
    me.permissions.includes(permission),
  );

  // After a change of page the reader of a screen reader stands at its beginning, not in the old menu.
  useEffect(
    () =>
      router.subscribe('onResolved', (event) => {
        setMenuOpen(false);
        if (event.pathChanged && event.fromLocation !== undefined)
          main.current?.focus({ preventScroll: true });
      }),
    [router],
  );

  return (
    <MeContext value={me}>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <div className="shell">
        <header className="shell-header">
          <Link to="/" className="shell-mark" aria-label="支部，回到首页">
            支部
          </Link>
          <div className="shell-post">
            <PostSwitch me={me} actAs={actAs} />
          </div>
          <div className="shell-self">
            <SelfMenu me={me} signOut={signOut} />
          </div>
        </header>
        <div className="shell-side">
          <SideMenu groups={groups} />
        </div>
        <main id="main" className="shell-main" tabIndex={-1} ref={main}>
          {children}
        </main>
        <BottomBar groups={groups} onMore={() => setMenuOpen(true)} />
      </div>
      <Drawer
        title="菜单"
        placement="right"
        size={300}
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
      >
        <SideMenu groups={groups} />
      </Drawer>
    </MeContext>
  );
}

function PostSwitch({ me, actAs }: Pick<LayoutProps, 'me' | 'actAs'>): ReactNode {
  const { organisation, title } = me.acting;
  const words = (
    <span className="shell-post-words">
      <span className="hide-narrow muted">以 </span>
      <span className="shell-post-org">{organisation}</span> <strong>{title}</strong>
      <span className="hide-narrow muted"> 身份工作</span>
    </span>
  );
  if (me.posts.length < 2) return words;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [me.acting.id],
        onClick: ({ key }) => actAs(key),
        items: me.posts.map((post) => ({
          key: post.id,
          label: `${post.organisation} ${post.title}`,
        })),
      }}
    >
      <Button type="text" aria-haspopup="menu" title="换一个身份工作">
        {words}
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

function SelfMenu({ me, signOut }: Pick<LayoutProps, 'me' | 'signOut'>): ReactNode {
  const choice = useModeChoice();
  const router = useRouter();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [`mode:${choice}`],
        onClick: ({ key }) => {
          if (key.startsWith('mode:')) chooseMode(key.slice(5) as ModeChoice);
          else if (key === 'sessions') void router.navigate({ to: '/me/sessions' });
          else signOut();
        },
        items: [
          {
            key: 'look',
            type: 'group',
            label: '显示方式',
            children: Object.entries(MODE_NAMES).map(([key, label]) => ({
              key: `mode:${key}`,
              label,
            })),
          },
          { type: 'divider' },
          { key: 'sessions', label: '我的登录' },
          { key: 'out', label: '退出' },
        ],
      }}
    >
      <Button
        type="text"
        aria-haspopup="menu"
        aria-label={`${me.name}同志：显示方式、我的登录、退出`}
      >
        <span>
          {me.name}
          <span className="hide-narrow">同志</span>
        </span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
