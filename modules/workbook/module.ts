import type { ModuleManifest } from '#platform/db';

export const workbookModule: ModuleManifest = {
  name: 'workbook',
  dependsOn: ['organisations', 'members', 'meetings', 'talks', 'dues'],
  tables: { inspection_print: 'subtree' },
  permissions: {
    // Whoever may read every part of it: 经办人 sees no talks (situation 4).
    'workbook.read': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'officer',
    ],
  },
};
