import type { ModuleManifest } from '#platform/db';

export const duesModule: ModuleManifest = {
  name: 'dues',
  dependsOn: ['organisations', 'members'],
  tables: {
    dues_setting: 'downward',
    dues_cycle: 'downward',
    dues_base: 'subtree+own',
    dues_assessment: 'subtree',
    dues_relief: 'subtree+own',
    dues_supplement: 'subtree+own',
    dues_receipt: 'subtree+own',
    dues_paid_year: 'subtree+own',
    dues_remittance: 'subtree',
    dues_remittance_receipt: 'subtree',
    dues_allotment: 'subtree',
    dues_use: 'subtree',
    dues_publication: 'subtree',
    dues_bank_line: 'subtree',
  },
  permissions: {
    'dues.read': [
      'secretary',
      'deputy_secretary',
      'acting_secretary',
      'organisation_member',
      'discipline_member',
      'clerk',
      'officer',
    ],
    'dues.write': ['secretary', 'acting_secretary', 'organisation_member', 'clerk'],
    // What a committee fixes for the branches below it.
    'dues.settings': ['secretary', 'acting_secretary', 'organisation_member', 'officer'],
    // 计算基数 is for whoever fixes the amounts, and for the member (situations 8).
    'dues.base': ['secretary', 'acting_secretary', 'organisation_member'],
  },
};
