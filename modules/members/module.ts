import type { ModuleManifest } from '#platform/db';

export const membersModule: ModuleManifest = {
  name: 'members',
  dependsOn: ['organisations'],
  tables: {
    person: 'subtree+own',
    person_state: 'subtree+own',
    membership: 'subtree+own',
    person_secret: 'subtree+own',
    name_token: 'system',
    member_attachment: 'subtree+own',
    member_restriction: 'subtree+own',
    member_hardship: 'readers',
    member_request: 'subtree+own',
    person_merge: 'subtree+own',
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
    // 经办人 never sees identity numbers or hardship (situation 4).
    'members.reveal': ['secretary', 'acting_secretary', 'organisation_member', 'officer'],
    'members.hardship': ['secretary', 'acting_secretary', 'organisation_member', 'officer'],
  },
};
