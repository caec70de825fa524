import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Sentence } from './sentence.ts';

const BR18 = '《中国共产党支部工作条例（试行）》';
const EL20 = '《中国共产党基层组织选举工作条例》';
const RUR18 = '《中国共产党农村基层组织工作条例》';
const SOE19 = '《中国共产党国有企业基层组织工作条例（试行）》';

const day = (value: string | number | undefined): string => chineseDate(String(value) as PlainDate);

/** Why not, on what ground, and what can be done instead. */
export const organisationRefusals = {
  'organisations.parent_not_alive': { why: () => '上级党组织在这一天还没有成立或已经撤销' },
  'organisations.not_alive': { why: () => '这个党组织在这一天还没有成立或已经撤销' },
  'organisations.name_taken': { why: (p) => `同一上级下已有名为“${p['name']}”的党组织` },
  'organisations.name_empty': { why: () => '还没有填写名称' },
  'organisations.name_too_long': { why: () => '名称不超过60个字' },
  'organisations.act_in_future': {
    why: (p) => `${p['act']}日期${day(p['on'])}还没有到`,
    instead: '到那一天再登记',
  },
  'organisations.approval_missing': {
    why: (p) => `${p['act']}要有批准机关、批准日期和文号（${p['paper']}）`,
  },
  'organisations.approval_after_act': {
    why: (p) => `批准日期${day(p['approvedOn'])}晚于${p['act']}日期${day(p['on'])}`,
  },
  'organisations.approval_before_request': {
    why: (p) => `批准日期${day(p['approvedOn'])}早于请示日期${day(p['appliedOn'])}`,
  },
  'organisations.approval_too_low': {
    why: (p) => `村以下党组织的${p['act']}须经乡镇党委以上批准，“${p['approvedBy']}”不够`,
    basis: RUR18,
  },
  'organisations.revoke_has_members': {
    why: (p) => `还有${p['members']}名党员没有安排去向`,
    basis: '《中国共产党党员教育管理工作条例》第25条',
    instead: '先转出组织关系，或办理合并',
  },
  'organisations.revoke_has_children': {
    why: (p) => `还有${p['children']}个下级党组织没有安排`,
    instead: '先调整它们的隶属关系或撤销',
  },
  'organisations.act_needs_others': { why: (p) => `${p['act']}要有另外的党组织` },
  'organisations.parent_kind_not_allowed': { why: () => '这一类党组织不能设在这个上级之下' },
  'organisations.second_parent': { why: () => '一个党组织在同一天只有一个上级' },
  'organisations.cycle': {
    why: (p) => `${day(p['on'])}会成为自己的上级`,
    instead: '选择不在它下级里的党组织',
  },
  'organisations.root_stays': { why: () => '最上级的党组织没有上级，不能调整、合并或撤销' },
  'organisations.same_parent': { why: () => '上级没有变化' },
  'organisations.nothing_changed': { why: () => '填写的内容与原来一样，没有要保存的变化' },
  'organisations.too_few_full_members': {
    why: (p) => `正式党员${p['full']}人，成立党支部应当有正式党员${p['min']}人以上`,
    basis: `${BR18}第4条`,
    instead: '与邻近或相近的单位成立联合党支部',
  },
  'organisations.joint_needs_units': {
    why: (p) => `联合党支部要填写覆盖的单位，至少2个，现在${p['units']}个`,
    basis: BR18,
  },
  'organisations.too_few_for_general_branch': {
    why: (p) => `党员${p['members']}人，党总支部一般${p['min']}人以上`,
    instead: '因工作需要经上级批准的，填写理由',
  },
  'organisations.too_few_for_committee': {
    why: (p) => `党员${p['members']}人，成立党委一般${p['min']}人以上`,
    basis: `${SOE19}第4条`,
    instead: '因工作需要经上级批准的，填写理由',
  },
  'organisations.split_not_needed': {
    why: (p) => `党员${p['members']}人，没有超过${p['max']}人`,
    basis: `${BR18}第4条`,
  },
  'organisations.split_too_few_full_members': {
    why: (p) => `正式党员${p['full']}人，拆分后各支部共需${p['needed']}人`,
    basis: `${BR18}第4条`,
  },
  'organisations.split_person_twice': { why: () => '同一名党员编入了两个支部' },
  'organisations.split_not_here': { why: () => '有党员这一天不在这个党支部，请重新核对名单' },
  'organisations.split_leaves_nobody': {
    why: () => '所有党员都编入了新支部，原支部没有党员了',
    instead: '选择撤销原支部，或改设为党总支部',
  },
  'organisations.split_leaves_somebody': {
    why: (p) => `还有${p['members']}名党员没有编入新支部`,
    basis: '《中国共产党党员教育管理工作条例》第25条',
  },
  'organisations.not_a_branch': { why: () => '只有党支部才能这样办理' },
  'organisations.merge_with_itself': { why: () => '不能与自己合并' },
  'organisations.post_not_full_member': {
    why: (p) => `${p['post']}应当是正式党员`,
    basis: `${EL20}第5条`,
  },
  'organisations.post_suspended': { why: (p) => `停止党籍期间不能担任${p['post']}` },
  'organisations.post_without_rights': {
    why: (p) => `没有选举权和被选举权的党员不能担任${p['post']}`,
    basis: `${EL20}第5条`,
  },
  'organisations.post_already_held': {
    why: (p) => `${p['post']}已有人担任`,
    instead: '先登记前任离任，或登记换届选举结果',
  },
  'organisations.post_not_by_election': {
    why: () => '临时党组织的负责人由批准成立的党组织指定，不经选举',
    basis: BR18,
    instead: '选择“指派”',
  },
  'organisations.post_held_twice': { why: (p) => `同一名党员已担任${p['post']}` },
  'organisations.post_way_differs': {
    why: () => '“主持工作”是一种职务，由上级指定',
    instead: '职务选“主持工作”，方式选“主持工作”',
  },
  'organisations.two_secretaries': { why: () => '书记只能有一名' },
  'organisations.appointed_by_above': {
    why: () => '书记、副书记的批准、指派和主持工作由上级党组织办理',
    basis: BR18,
    instead: '请上级党组织登记；您可以登记选举结果，等待批准',
  },
  'organisations.not_waiting': { why: () => '这一任职不在等待批准' },
  'organisations.approved_before_result': {
    why: (p) => `批准日期早于选举结果${day(p['on'])}`,
  },
  'organisations.post_ended': { why: () => '这一任职已经结束' },
  'organisations.post_end_before_begin': { why: (p) => `离任日期不晚于任职日期${day(p['on'])}` },
  'organisations.holder_unknown': {
    why: () => '这名同志这一天不在您能看到的花名册里',
    instead: '先登记党员，或检查日期',
  },
  'organisations.not_of_this_body': {
    why: (p) => `${p['post']}应当是本组织的党员`,
    basis: BR18,
  },
  'organisations.no_term': { why: () => '还没有登记换届选举结果，没有任期' },
  'organisations.shift_not_later': { why: (p) => `延期后的日期应晚于${day(p['endsOn'])}` },
  'organisations.election_shift_unapproved': {
    why: (p) =>
      `${p['shift'] === 'late' ? '延期' : '提前'}换届须经上级党组织批准，任期${day(p['endsOn'])}届满`,
    basis: `${EL20}第3条`,
    instead: '填写上级同意的日期；没有批准的，先报批',
  },
  'organisations.election_shift_approved_late': {
    why: (p) => `${day(p['approvedOn'])}才批准，应在${day(p['before'])}之前批准`,
    basis: `${EL20}第3条`,
  },
  'organisations.group_ended': { why: () => '这个党小组这一天已经撤销或还没有设立' },
  'organisations.group_name_taken': { why: (p) => `已有名为“${p['name']}”的党小组` },
  'organisations.not_in_roster': {
    why: (p) => `${p['name'] ?? '有党员'}这一天不在本支部的花名册里`,
  },
  'organisations.ambiguous': {
    why: (p) => `名为“${p['name']}”的党组织不止一个：${p['list']}`,
    instead: '写全称',
  },
  'organisations.holiday_file': {
    why: (p) => `节假日表没有导入：${p['problem']}`,
    instead: '改好文件再导入；一处有误，全部不导入',
  },
  'organisations.holidays_top_only': { why: () => '节假日表由最上级党组织统一导入' },
  'organisations.unknown_name': { why: (p) => `没有名为“${p['name']}”的党组织` },
} satisfies Record<string, Sentence>;
