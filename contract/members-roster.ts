import { pageOf, read, z, zPage } from './lib.ts';
import { rosterFilters, zMemberRow } from './members-words.ts';

const READ = { permission: 'members.read' } as const;

/** Lists and tables over many members. */
export const membersRoster = {
  roster: read({
    path: '/members',
    access: READ,
    summary: '党员花名册',
    input: z.object({ ...rosterFilters, ...zPage }),
    output: pageOf(zMemberRow),
  }),
};
