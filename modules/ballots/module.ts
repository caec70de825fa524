import { COMMITTEE, HEADS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const ballotsModule: ModuleManifest = {
  name: 'ballots',
  dependsOn: ['organisations', 'members'],
  tables: {
    ballot: 'subtree',
    ballot_round: 'subtree',
    ballot_roll: 'subtree',
    ballot_teller: 'subtree+own',
    ballot_turn: 'subtree+own',
    ballot_sheet: 'subtree',
    ballot_result: 'subtree',
    // Roll and box apart: what was voted is reached through named functions only.
    ballot_urn: 'system',
    ballot_code: 'system',
    ballot_box: 'system',
    ballot_paper: 'system',
  },
  permissions: {
    'ballots.read': [...COMMITTEE, 'officer'],
    // 经办人 has none: who may be a non-member has no part in votes (situation 4).
    'ballots.run': [...HEADS, 'organisation_member', 'officer'],
  },
};
