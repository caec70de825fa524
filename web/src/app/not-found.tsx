import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../patterns/page.tsx';

export function NotFound(): ReactNode {
  return (
    <Page title="没有这一页" lead="地址可能写错了，或者这条记录不在您的工作范围内。">
      <Link to="/">回到首页</Link>
    </Page>
  );
}
