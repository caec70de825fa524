import type { ModuleManifest } from '#platform/db';

export const organisationsModule: ModuleManifest = {
  name: 'organisations',
  dependsOn: [],
  tables: {
    organisation: 'downward',
    organisation_state: 'downward',
    org_edge: 'downward',
    org_act: 'subtree',
    party_group: 'downward',
    post: 'downward',
    org_term_shift: 'subtree',
    org_notice: 'subtree',
    org_handover: 'subtree',
    work_year: 'downward',
  },
  permissions: {
    'organisations.read': [
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
    'organisations.change': ['officer', 'administrator'],
    // Who records the results of elections; a 经办人 would make posts for others and for themselves.
    'organisations.posts': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'officer',
      'administrator',
    ],
    // And only from above: see `actsFromAbove`.
    'organisations.approve': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'officer',
      'administrator',
    ],
    'organisations.groups': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
  },
};
