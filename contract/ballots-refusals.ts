import { ROUND_STATES, type RoundState } from './ballots-words.ts';
import type { Sentence } from './sentence.ts';

const EL20 = '《中国共产党基层组织选举工作条例》';

const FAULTS: Readonly<Record<string, string>> = {
  empty: '票上有空白的名单或问题',
  same_key: '票上有两行用了同一个编号',
  same_name: '票上有两行内容相同',
  seats: '应选名额不对',
  options: '选项少于两个',
  condition: '有一个问题的前提条件指向了不存在的选项',
};

const WRONG_SHEET: Readonly<Record<string, string>> = {
  issued: '发出票数不等于收回票数加未收回票数',
  returned: '有效票数加无效票数不等于收回票数',
  choices: '赞成和另选的总数超过了有效票最多能选的总数',
  shape: '行数与票面不一致',
};

export const ballotsRefusals = {
  'ballots.form_fault': {
    why: (p) => FAULTS[String(p['fault'])] ?? '票面有误',
    instead: '改好票面再保存',
  },
  'ballots.roll_needed': {
    why: () => '法定表决和选举要有名册，写明谁有权投票',
    instead: '从花名册带入名单',
  },
  'ballots.no_way_to_vote': {
    why: () => '纸质票和屏幕票都没有选',
    instead: '至少选一种投票方式',
  },
  'ballots.screen_not_allowed': {
    why: () => '对人的表决要用屏幕票，须选举办法中已写明并经上级党组织同意，这里还没有登记',
    instead: '使用纸质票，或先登记通过的选举办法和上级的同意',
  },
  'ballots.state': {
    why: (p) => `本轮投票现在是“${ROUND_STATES[p['state'] as RoundState] ?? String(p['state'])}”`,
    instead: '刷新页面，查看现在可以办理的事项',
  },
  'ballots.two_tellers': {
    why: () => '监票人、计票人合计不足两人，开箱须两人共同进行',
    instead: '先登记会议通过的监票人和计票人',
  },
  'ballots.supervisor_needed': {
    why: () => '没有监票人',
    basis: EL20,
    instead: '登记会议通过的监票人',
  },
  'ballots.teller_is_candidate': {
    why: (p) => `${p['name']}在被选举、被评议的名单上，不能担任监票人、计票人`,
    basis: EL20,
    instead: '另选一位不是候选人的同志',
  },
  'ballots.nobody_present': {
    why: () => '名册上还没有人标为到会',
    instead: '先标记到会人员',
  },
  'ballots.not_present': {
    why: (p) => `${p['name']}没有标为到会，不能领票；不得委托他人代投`,
    basis: EL20,
    instead: '到会后再发票',
  },
  'ballots.left_out': {
    why: (p) => `${p['name']}已列为不计入应到会的人员`,
    instead: '要投票的，先改名册',
  },
  'ballots.slip_kind': {
    why: (p) => `本轮没有${p['slip'] === 'code' ? '屏幕票' : '纸质票'}`,
    instead: '换一种票',
  },
  'ballots.no_codes': {
    why: () => '还没有印制票码',
    instead: '先印制票码条，放进箱里混匀',
  },
  'ballots.too_few_codes': {
    why: (p) => `票码条只印了${p['printed']}张，不够${p['needed']}人领取`,
    instead: '作废后重印，或发给纸质票',
  },
  'ballots.codes_do_not_fit': {
    why: (p) =>
      `印制${p['printed']}张，领走${p['drawn']}张，应剩${p['expected']}张，现在清点为${p['left']}张`,
    instead: '再清点一次；确有出入的，写明原因再截止',
  },
  'ballots.sheet_wrong': {
    why: (p) =>
      p['what'] === 'line'
        ? `“${p['name']}”一行各项相加不等于有效票数`
        : (WRONG_SHEET[String(p['what'])] ?? '计票数字有误'),
    instead: '与计票单逐项核对',
  },
  'ballots.sheet_issued': {
    why: (p) => `发票登记为纸质票${p['marked']}张，计票单写的是${p['issued']}张`,
    instead: '核对发票登记和计票单',
  },
  'ballots.same_teller': {
    why: () => '唱票和记票是同一个人',
    instead: '由两人分别唱票、记票',
  },
  'ballots.sheet_needed': {
    why: () => '发出了纸质票，还没有录入纸质票的清点结果',
    instead: '先录入计票单',
  },
  'ballots.two_turns': {
    why: (p) => `开箱须两位监票、计票人员分别确认，现在只有${p['turns']}人`,
    instead: '请另一位用自己的账号或开箱条确认',
  },
  'ballots.not_a_teller': {
    why: () => '您不是这次投票的监票人、计票人，或者已经确认过',
  },
  'ballots.turn_code': {
    why: () => '开箱条不对，或者已经用过',
    instead: '核对开箱条上的代码',
  },
  'ballots.code_length': {
    why: () => '票码应为12位',
    instead: '照票码条再输入一次',
  },
  'ballots.code_letter': {
    why: () => '票码里没有这个字（没有 0、O、1、I、L）',
    instead: '照票码条再输入一次',
  },
  'ballots.code_check': {
    why: () => '票码输错了一位，或者两位颠倒了',
    instead: '照票码条再输入一次',
  },
  'ballots.code_unknown': {
    why: () => '没有这个票码',
    instead: '照票码条再输入一次，或找监票人换一张',
  },
  'ballots.code_used': {
    why: () => '这个票码已经投过票',
    instead: '没有投过的，请立即告诉监票人',
  },
  'ballots.not_open': {
    why: (p) => (p['state'] === 'prepared' ? '投票还没有开始' : '投票已经截止'),
  },
  'ballots.paper_unreadable': {
    why: () => '票面填写有误',
    instead: '返回重新填写',
  },
  'ballots.again_only_after': {
    why: () => '上一轮还没有结束',
    instead: '先计票，或写明原因作废上一轮',
  },
  'ballots.runoff_not_needed': {
    why: () => '上一轮没有票数相等，也没有缺额',
  },
  'ballots.keep_until': {
    why: (p) => `票须保管到${p['day']}`,
    instead: '到期后再销毁',
  },
  'ballots.destroyed': { why: () => '票已销毁' },
  'ballots.papers_not_kept': {
    why: () => '这一轮没有可供复核的票（不足5张的测评、问卷不保留票面）',
  },
} satisfies Record<string, Sentence>;
