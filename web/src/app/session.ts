import { createContext, use } from 'react';
import type { OrgId, PersonId } from '#kernel/ids';
import type { Standing } from './menu.ts';

/** One way to act: a post at an organisation, or simply as a member. */
export interface ActingPost {
  readonly id: string;
  /** 书记, 组织委员, 党务干事 or, for a member, 党员. */
  readonly title: string;
  readonly organisation: string;
  readonly orgId: OrgId;
  readonly standing: Standing;
}

export interface Me {
  readonly name: string;
  readonly personId: PersonId | null;
  readonly acting: ActingPost;
  readonly posts: readonly ActingPost[];
  readonly permissions: readonly string[];
  readonly isDemo: boolean;
}

export const MeContext = createContext<Me | null>(null);

/** Who is signed in and in which post; only below the shell, which has asked the server before. */
export function useMe(): Me {
  const me = use(MeContext);
  if (me === null) throw new Error('useMe outside the shell');
  return me;
}
