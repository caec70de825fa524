import type { ModuleManifest } from '#platform/db';

export const accountsModule: ModuleManifest = {
  name: 'accounts',
  dependsOn: ['organisations', 'members'],
  tables: {
    account: 'system',
    account_grant: 'subtree',
    account_code: 'system',
    session: 'system',
  },
  permissions: {
    'accounts.invite': ['secretary', 'acting_secretary', 'officer', 'administrator'],
  },
};
