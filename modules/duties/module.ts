import { POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const dutiesModule: ModuleManifest = {
  name: 'duties',
  dependsOn: ['organisations', 'accounts'],
  tables: { duty_calendar: 'system' },
  permissions: {
    'duties.read': POST_KINDS.filter((post) => post !== 'administrator'),
    'duties.matrix': POST_KINDS.filter((post) => post !== 'administrator'),
  },
};
