import type { RuleEntry } from '#kernel/rule';

const BR18 = '《中国共产党支部工作条例（试行）》';
const EDU19 = '《中国共产党党员教育管理工作条例》';

/** Every rule this module decides by. */
export const TALK_RULES: readonly RuleEntry[] = [
  {
    id: 'life.talk.yearly',
    summary: '支委会成员之间、支委会成员和党员之间、党员和党员之间谈心谈话，每年一般不少于1次',
    basis: BR18,
    sure: false,
  },
  {
    id: 'life.talk.reminder',
    summary: '发现党员有苗头性、倾向性问题或者有反映的，由党组织负责人及时提醒谈话',
    basis: `${EDU19}第28条`,
    sure: true,
  },
];
