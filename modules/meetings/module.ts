import { POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const meetingsModule: ModuleManifest = {
  name: 'meetings',
  dependsOn: ['organisations', 'members'],
  tables: {
    meeting_setting: 'downward',
    meeting_kind: 'downward',
    sitting: 'subtree',
    meeting: 'subtree',
    meeting_held: 'subtree',
    attendance: 'subtree+own',
    meeting_study: 'subtree',
    meeting_item: 'subtree',
    meeting_vote: 'subtree',
    meeting_decision: 'subtree',
    meeting_outcome: 'subtree',
    meeting_notice: 'downward',
    meeting_file: 'subtree',
    meeting_tap: 'subtree',
  },
  permissions: {
    'meetings.read': [...POST_KINDS.filter((post) => post !== 'administrator')],
    'meetings.prepare': [...POST_KINDS.filter((post) => post !== 'administrator')],
    'meetings.arrange': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'publicity_member',
      'clerk',
      'officer',
    ],
  },
};
