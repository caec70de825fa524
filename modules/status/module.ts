import { POST_KINDS, type PostKind } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

/** Posts that handle cases: nobody else opens one, 经办人 and other committee members neither (rules.md 6.6). */
const HANDLERS: readonly PostKind[] = [
  'secretary',
  'acting_secretary',
  'organisation_member',
  'discipline_member',
  'officer',
];

export const statusModule: ModuleManifest = {
  name: 'status',
  dependsOn: ['organisations', 'members', 'meetings', 'dues'],
  tables: {
    status_case: 'readers',
    status_step: 'readers',
    status_undo: 'readers',
    status_outcome: 'readers',
    status_lost: 'subtree',
    status_search: 'subtree',
    status_setting: 'downward',
  },
  permissions: {
    'status.read': HANDLERS,
    'status.write': HANDLERS,
    'status.settings': ['secretary', 'organisation_member', 'officer'],
    // Whoever keeps the roster records a death.
    'status.death': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
    'status.rights': POST_KINDS.filter((post) => post !== 'administrator'),
  },
};
