import type { ModuleManifest } from '#platform/db';

export const reportsModule: ModuleManifest = {
  name: 'reports',
  dependsOn: ['organisations', 'members', 'accounts'],
  tables: {
    report: 'subtree',
    report_issued: 'subtree',
    report_figure: 'subtree',
    report_source: 'subtree',
  },
  permissions: {
    'reports.read': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'publicity_member',
      'discipline_member',
      'committee_member',
      'clerk',
      'officer',
    ],
    'reports.write': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'publicity_member',
      'clerk',
      'officer',
    ],
    // 定稿 is for whoever heads the body, or for the level above (situation 4).
    'reports.issue': ['secretary', 'acting_secretary', 'officer'],
  },
};
