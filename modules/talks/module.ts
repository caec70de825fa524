import { COMMITTEE } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const talksModule: ModuleManifest = {
  name: 'talks',
  dependsOn: ['organisations', 'members'],
  tables: {
    talk: 'subtree',
    talk_party: 'subtree+own',
    talk_content: 'readers',
  },
  permissions: {
    // 经办人 has neither: who talked with whom is the committee's knowledge (situation 4).
    'talks.read': [...COMMITTEE, 'officer'],
    'talks.write': [...COMMITTEE, 'officer'],
  },
};
