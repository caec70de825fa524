import { queryOptions } from '@tanstack/react-query';
import type { OrgKind } from '#contract/organisations';
import { api, type Answer, type Api } from '../api.ts';
import type { Standing } from './menu.ts';
import type { ActingPost, Me } from './session.ts';

export type Signed = Answer<Api['accounts']['me']>;
export type Choice = Signed['choices'][number];

const BRANCHES: readonly OrgKind[] = [
  'branch',
  'joint_branch',
  'temporary_branch',
  'temporary_joint_branch',
];

const standingOf = (choice: Choice): Standing =>
  choice.kind === 'member' ? 'member' : BRANCHES.includes(choice.orgKind) ? 'branch' : 'above';

export const actingKey = (choice: Pick<Choice, 'kind' | 'id'>): string =>
  `${choice.kind}:${choice.id}`;

export const actingPost = (choice: Choice): ActingPost => ({
  id: actingKey(choice),
  title: choice.postName,
  organisation: choice.orgName,
  orgId: choice.orgId,
  standing: standingOf(choice),
});

/** Who is signed in; asked once and kept until a post is changed or the session ends. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => api.accounts.me({}),
  staleTime: 5 * 60_000,
});

/** The signed-in person in the chosen post; null while none is chosen. */
export const meIn = (answer: Signed): Me | null =>
  answer.acting === null
    ? null
    : {
        name: answer.name,
        personId: answer.personId,
        acting: actingPost(answer.acting),
        posts: answer.choices.map(actingPost),
        permissions: answer.permissions,
        isDemo: answer.isDemo,
      };
