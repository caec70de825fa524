import type { RuleEntry } from '#kernel/rule';

const DEV26 = '《中国共产党发展党员工作细则》';
const EDU19 = '《中国共产党党员教育管理工作条例》';

const rule = (id: string, summary: string, basis: string, sure: boolean): RuleEntry => ({
  id,
  summary,
  basis,
  sure,
});

/** Every rule this module decides by. */
export const MEMBER_RULES: readonly RuleEntry[] = [
  rule(
    'membership.start',
    '党籍和入党日期从支部党员大会通过其为预备党员之日算起',
    `${EDU19}第24条`,
    true,
  ),
  rule('standing.start', '党龄从预备期满转为正式党员之日算起', `${DEV26}第33条`, true),
  rule('standing.extended', '延长预备期的，从延长期满转为正式党员之日算起', '上级规定', false),
  rule(
    'roster.standing',
    '党龄为转正日期起的整年数，按党龄校正值（月）校正',
    `${DEV26}第33条`,
    true,
  ),
  rule(
    'probation.length',
    '预备期1年，从支部党员大会通过其为预备党员之日算起',
    `${DEV26}第31条`,
    true,
  ),
  rule('probation.extend', '预备期可以延长1次，不少于6个月，最长不超过1年', `${DEV26}第31条`, true),
  rule(
    'medal.years',
    '党龄达到50年，以当年7月1日为截止日，4月提出名单',
    '《“光荣在党50年”纪念章颁发管理办法》',
    false,
  ),
  rule(
    'org.every-member',
    '每名党员都必须编入党的一个支部、小组或者其他特定组织',
    `${EDU19}第25条`,
    true,
  ),
  rule('form.complete', '党员信息填写完整，缺少的及时补齐', '党员信息采集填写说明', false),
  rule('code.id', '公民身份号码18位，末位为校验码；15位旧号码可以换算', 'GB 11643-1999', false),
  rule('code.sex', '性别：男、女', 'GB/T 2261.1-2003', false),
  rule('code.ethnic', '民族名称以国家标准为准，写全称', 'GB/T 3304-1991', false),
  rule('code.education', '学历填写最高学历', 'GB/T 4658-2006', false),
  rule(
    'form.birth',
    '出生日期以人事档案为准，与身份证不一致的两个都保留并标出',
    '党员信息采集填写说明',
    false,
  ),
  rule('form.name', '姓名与身份证一致', '党员信息采集填写说明', false),
  rule(
    'roster.import.blank',
    '导入时空白单元格不改变已有内容，名单里没有的人不会被删除',
    '本系统',
    false,
  ),
  rule(
    'stat.identity',
    '期初数＋增加－减少＝期末数；党员不删除，只登记减少方式',
    '党内统计',
    false,
  ),
  rule(
    'status.values',
    '减少方式：去世、开除党籍、劝其退党、除名、取消预备党员资格、不予承认、停止党籍、转出',
    `${EDU19}第24条、第31条`,
    true,
  ),
];
