import { POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const transfersModule: ModuleManifest = {
  name: 'transfers',
  dependsOn: ['organisations', 'members', 'dues', 'admissions'],
  tables: {
    transfer_case: 'two-ended',
    transfer_step: 'two-ended',
    transfer_undo: 'two-ended',
    transfer_letter: 'subtree',
    transfer_whole: 'subtree',
    affiliation_check: 'subtree',
    affiliation_mark: 'subtree',
    transfer_setting: 'downward',
    transfer_proof: 'subtree',
    roster_index: 'system',
    transfer_outbox: 'system',
    transfer_inbox: 'system',
  },
  permissions: {
    'transfers.read': [...POST_KINDS.filter((post) => post !== 'administrator')],
    'transfers.write': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
    'transfers.settings': ['secretary', 'organisation_member', 'officer'],
  },
};
