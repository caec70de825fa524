import type { ModuleManifest } from '#platform/db';

export const importsModule: ModuleManifest = {
  name: 'imports',
  dependsOn: ['organisations', 'members'],
  tables: {
    import_case: 'subtree',
    import_row: 'subtree',
    import_effect: 'subtree',
    import_difference: 'subtree',
  },
  permissions: {
    // Whoever may write the roster may bring it in.
    'imports.use': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
  },
};
