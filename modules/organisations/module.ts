import type { ModuleManifest } from '#platform/db';

export const organisationsModule: ModuleManifest = {
  name: 'organisations',
  dependsOn: [],
  tables: {
    organisation: 'downward',
    organisation_state: 'downward',
    org_edge: 'downward',
    org_act: 'subtree',
    post: 'downward',
  },
  permissions: {
    'organisations.change': ['officer', 'administrator'],
  },
};
