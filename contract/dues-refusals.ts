import type { Params } from '#kernel/result';
import type { Sentence } from './sentence.ts';

const DUES08 = '《关于中国共产党党费收缴、使用和管理的规定》';
const yuan = (p: Params, name: string): string => (Number(p[name]) / 100).toFixed(2);

export const duesRefusals = {
  'dues.base_missing': { why: () => '这类党员按收入计算党费，还没有填写计算基数' },
  'dues.base_not_used': {
    why: () => '这类党员按固定数额交纳，不需要填写计算基数',
    basis: `${DUES08}第6条`,
  },
  'dues.base_out_of_range': { why: (p) => `计算基数${yuan(p, 'fen')}元不在合理范围内` },
  'dues.bases_overlap': { why: (p) => `${p['month']}有两次核定` },
  'dues.relief_above_due': { why: (p) => `减免后的数额${yuan(p, 'fen')}元高于应交数额` },
  'dues.farmer_amount_outside_band': {
    why: () => '农民党员每月交纳数额应在0.2元至1元之间',
    basis: `${DUES08}第6条`,
  },
  'dues.collection_day_invalid': { why: (p) => `收缴日${p['day']}不是1至28之间的日期` },
  'dues.arrears_steps_out_of_order': { why: () => '批评教育的月数应少于需要研究的月数' },
  'dues.cycle_starts_inside_period': {
    why: (p) => `${p['cycle']}收缴应从一个周期的第一个月开始，${p['month']}不是`,
  },
  'dues.cycle_ends_before_start': { why: () => '收缴周期的结束早于开始' },
  'dues.not_in_roster': {
    why: (p) => `${p['name']}在${p['day']}不在本支部花名册里`,
    basis: `${DUES08}第9条`,
    instead: '由其组织关系所在的支部收取',
  },
  'dues.paid_in_future': { why: (p) => `收款日期${p['day']}还没有到` },
  'dues.amount_not_positive': { why: () => '金额应大于0' },
  'dues.paid_by_unit': {
    why: () => '单位不得代党员垫交党费或从工资中扣缴',
    basis: `${DUES08}第14条`,
    instead: '填写代交的亲属或党员姓名',
  },
  'dues.paid_for_without_name': { why: () => '代交的亲属还没有填写姓名', basis: `${DUES08}第12条` },
  'dues.paid_for_self': { why: () => '代交人就是党员本人', instead: '改为本人交纳' },
  'dues.remittance_empty': { why: () => '还没有选择要上缴的收款' },
  'dues.receipt_remitted_twice': { why: () => '所选收款中有一笔已经上缴' },
  'dues.cashier_is_account_keeper': { why: () => '收款和记账不能是同一人' },
  'dues.receipt_already_remitted': {
    why: () => '这笔收款已经上缴',
    instead: '先作废包含它的上缴记录',
  },
  'dues.receipt_already_cancelled': { why: () => '这笔收款已经作废' },
  'dues.remittance_sum_differs': {
    why: (p) => `上缴金额${yuan(p, 'amount')}元与所选收款合计${yuan(p, 'sum')}元不一致`,
    instead: '核对后按合计数上缴',
  },
  'dues.months_out_of_order': { why: () => '结束月份早于开始月份' },
  'dues.relief_before_study': { why: () => '批准日期早于支部研究日期' },
  'dues.relief_none': { why: () => '这名党员那时没有减免' },
  'dues.pay_change_in_future': { why: (p) => `${p['month']}的工资还没有领取` },
  'dues.not_assessed': {
    why: (p) => `${p['name']}在${p['month']}还没有核定党费`,
    instead: '先在年初核定中核定',
  },
  'dues.settings_by_branch': {
    why: () => '党费的计算口径由上级党委统一规定，支部不单独规定',
    instead: '请上级党委在党费设置中填写',
  },
  'dues.base_item_not_for_kind': { why: (p) => `“${p['item']}”不是这类人员的工资项目` },
  'dues.base_item_negative': { why: (p) => `“${p['item']}”的金额不能是负数` },
  'dues.base_below_zero': { why: () => '扣除项大于应计项，计算基数小于0' },
  'dues.remittance_already_cancelled': { why: () => '这次上缴已经作废' },
  'dues.entry_already_cancelled': { why: () => '这条记录已经作废' },
  'dues.entry_in_use': {
    why: (p) => `作废后可用余额会变成${yuan(p, 'balance')}元`,
    instead: '先作废用这笔钱开支的记录',
  },
  'dues.use_above_balance': {
    why: (p) =>
      `下拨和返还的党费可用余额只有${yuan(p, 'balance')}元，收缴的党费应如数上缴，不能直接开支`,
    instead: '先登记上级下拨或返还的党费',
  },
  'dues.use_before_decision': { why: () => '使用日期早于集体研究决定的日期' },
  'dues.publication_in_future': { why: (p) => `公布日期${p['day']}还没有到` },
  'dues.bank_columns_unknown': {
    why: () => '表里没有找到交易日期和收入金额两列',
    instead: '请上传银行导出的原始明细（.csv 或 .xlsx）',
  },
  'dues.bank_no_income': { why: () => '表里没有收入' },
  'dues.bank_line_unknown': { why: (p) => `第${p['row']}行不在这份银行明细里，或者已经对上了` },
  'dues.bank_amount_differs': { why: (p) => `第${p['row']}行的金额与收款记录不一致` },
  'dues.bank_receipt_tied': { why: (p) => `第${p['row']}行选择的收款已经和银行明细中的另一行对上` },
} satisfies Record<string, Sentence>;
