import type { Sentence } from './sentence.ts';

const EDU19 = '《中国共产党党员教育管理工作条例》';

export const floatingRefusals = {
  'floating.not_in_roster': {
    why: (p) => `${p['name']}现在不在本支部花名册里`,
    instead: '由其组织关系所在党支部登记；外来的同志在“流入”里登记',
  },
  'floating.already_away': {
    why: (p) => `${p['name']}已经登记为流出，还没有登记返回`,
    instead: '打开原来的登记更正，或先登记返回',
  },
  'floating.in_future': {
    why: (p) => `${p['day']}还没有到，${p['what']}要发生以后才登记`,
  },
  'floating.out_of_order': {
    why: (p) => `${p['later']}应在${p['earlier']}之后`,
    instead: '核对两个日期',
  },
  'floating.place_missing': { why: () => '外出去向没有填写' },
  'floating.keeper_missing': {
    why: () => '村党支部要给外出党员明确一名联系人',
    basis: `${EDU19}第33条`,
    instead: '选一名支部委员、党小组组长或者其他党员作联系人',
  },
  'floating.keeper_unfit': {
    why: (p) => `${p['name']}不能作联系人：联系人应是在支部的其他党员`,
    instead: '另选一名在家的党员',
  },
  'floating.host_is_home': {
    why: () => '接收党组织和组织关系所在党组织是同一个',
    instead: '流入党组织留空，或另选一个',
  },
  'floating.certificate_used': {
    why: (p) => `活动证编号${p['number']}已经登记在${p['name']}名下`,
    instead: '核对证上的编号',
  },
  'floating.back_already': { why: () => '这次流出已经登记返回，不能再改' },
  'floating.has_records': {
    why: () => '这次流出已有联系记录或流入地反馈，不能作为误登撤销',
    instead: '登记返回；记录会保留',
  },
  'floating.before_left': {
    why: (p) => `${p['day']}还没有外出，${p['name']}是后来才流出的`,
    instead: '核对日期',
  },
  'floating.contact_twice': {
    why: (p) => `${p['names']}当天同一方式的联系已经记过`,
    instead: '去掉已记的同志，或者改一下日期、方式',
  },
  'floating.report_by_self': {
    why: () => '向支部汇报要由本人作出，家属转达不能算本人汇报',
    instead: '不勾“本人汇报”，只记一次联系',
  },
  'floating.abroad_too_long': {
    why: () => '出国（境）学习研究的党员，每半年至少联系一次',
    basis: `${EDU19}第34条`,
    instead: '改为6个月以内',
  },
  'floating.fixed_above': {
    why: () => '联系间隔由党委统一规定',
    instead: '请上级党委设置',
  },
  'floating.already_here': {
    why: (p) => `${p['name']}已经登记为流入`,
  },
  'floating.not_our_guest': {
    why: () => '这次流出登记的接收党组织不是本组织',
    instead: '请组织关系所在支部更正接收党组织',
  },
  'floating.ended': { why: () => '这次流入已经结束' },
  'floating.by_host': {
    why: () => '接收党组织在本系统里，由接收党组织反馈，不用代记',
    instead: '请接收党组织在“流入”里反馈',
  },
  'floating.no_home_here': {
    why: () => '这名同志的组织关系不在本系统，反馈不能在线送达',
    instead: '填写在活动证上，由本人带回',
  },
  'floating.nothing_to_report': {
    why: () => '没有还没反馈的活动',
  },
  'floating.year_told': {
    why: (p) => `${p['year']}年度的${p['what']}已经登记`,
    instead: '先撤销原来的，再登记',
  },
  'floating.months_out_of_order': {
    why: () => '党费所属月份的先后不对',
    instead: '核对起止月份',
  },
  'floating.no_certificate': {
    why: () => '还没有登记活动证编号',
    instead: '活动证由县委组织部统一编号，领到后先登记编号',
  },
  'floating.no_phone': { why: () => '没有登记联系电话' },
} satisfies Record<string, Sentence>;
