import { COMMITTEE, POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const floatingModule: ModuleManifest = {
  name: 'floating',
  dependsOn: ['organisations', 'members', 'dues', 'meetings'],
  tables: {
    floating_away: 'subtree+own',
    floating_keeper: 'subtree+own',
    floating_contact: 'subtree+own',
    floating_arrival: 'subtree+own',
    floating_life: 'subtree+own',
    floating_setting: 'downward',
  },
  permissions: {
    'floating.read': [...POST_KINDS.filter((post) => post !== 'administrator')],
    'floating.write': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
    // A contact person dials; whoever only types for the branch sees the number masked (situation 4).
    'floating.phone': [...COMMITTEE, 'group_leader', 'officer'],
    // Contact persons are often committee members or group leaders.
    'floating.contact': [...COMMITTEE, 'group_leader', 'clerk', 'officer'],
    'floating.settings': ['secretary', 'organisation_member', 'officer'],
  },
};
