import { POST_KINDS } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';

export const admissionsModule: ModuleManifest = {
  name: 'admissions',
  dependsOn: ['organisations', 'members', 'meetings', 'status'],
  tables: {
    admission_case: 'subtree',
    admission_step: 'subtree',
    admission_undo: 'subtree',
    admission_pause: 'subtree',
    admission_helper: 'subtree',
    admission_objection: 'subtree',
    admission_file: 'subtree',
    admission_book: 'subtree',
    admission_plan: 'subtree',
    admission_setting: 'downward',
    admission_local_step: 'downward',
    admission_local_done: 'subtree',
  },
  permissions: {
    'admissions.read': [...POST_KINDS.filter((post) => post !== 'administrator')],
    'admissions.write': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'clerk',
      'officer',
    ],
    'admissions.settings': ['secretary', 'organisation_member', 'officer'],
  },
};
