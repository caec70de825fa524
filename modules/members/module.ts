import type { ModuleManifest } from '#platform/db';

export const membersModule: ModuleManifest = {
  name: 'members',
  dependsOn: ['organisations'],
  tables: {
    person: 'subtree+own',
    person_state: 'subtree+own',
    membership: 'subtree+own',
    person_secret: 'subtree+own',
    person_token: 'subtree',
  },
  permissions: {
    'members.read': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'publicity_member',
      'discipline_member',
      'committee_member',
      'group_leader',
      'clerk',
      'officer',
      'administrator',
    ],
    'members.write': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
  },
};
