import { COMMITTEE, HEADS, POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

const READERS = POST_KINDS.filter((post) => post !== 'administrator' && post !== 'group_leader');

export const publicationModule: ModuleManifest = {
  name: 'publication',
  dependsOn: ['organisations', 'members'],
  tables: {
    publication_kind: 'downward',
    publication_board: 'public',
    publication_item: 'subtree',
    publication_version: 'subtree',
    publication_step: 'subtree',
    publication_post: 'public',
    publication_inside: 'downward',
    publication_proof: 'subtree',
    publication_question: 'subtree',
    publication_answer: 'public',
  },
  permissions: {
    'publication.read': READERS,
    'publication.write': [...HEADS, 'organisation_member', 'publicity_member', 'clerk', 'officer'],
    // Which of these may check and which approve is decided by post (rules/steps.ts).
    'publication.move': [...COMMITTEE, 'clerk', 'officer'],
    'publication.settings': [...HEADS, 'publicity_member', 'officer'],
  },
};
