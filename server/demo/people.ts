import { addYears, dayOf, plainDate, type PlainDate } from '#kernel/plain-date';
import type { Dice } from './dice.ts';
import type { Planned } from './county-plan.ts';

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
];
const MEN = [...'伟强磊军洋勇涛明超刚平辉鹏华飞斌波宇浩凯健俊帆旭宁彬岩松柏林森海峰山川'];
const WOMEN = [...'芳娜敏静丽艳娟霞秀英玉兰梅婷雪琳燕红莉慧颖洁倩云莲桂凤珍春菊萍蓉'];
const MIDDLE = [...'国建志文海永春晓小立新德家长兴正大玉金忠世明成光'];

export interface Born {
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly bornOn: PlainDate;
  readonly joinedOn: PlainDate;
  readonly regularisedOn: PlainDate | null;
  readonly category: 'full' | 'probationary';
  readonly education: string;
  readonly work: string;
  readonly job: string | null;
  readonly retired: boolean;
  readonly frail: boolean;
  /** Of the whole county, in the order of birth; makes numbers that nobody else has. */
  readonly serial: number;
}

/** Names are drawn without repeating within one county: no two invented people are mistaken for each other. */
export class Names {
  readonly #used = new Set<string>();
  readonly #dice: Dice;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  next(sex: 'male' | 'female'): string {
    for (;;) {
      const last = this.#dice.pick(sex === 'male' ? MEN : WOMEN);
      const middle = this.#dice.chance(0.75) ? this.#dice.pick(MIDDLE) : '';
      const name = `${this.#dice.pick(SURNAMES)}${middle}${last}`;
      if (middle === last || this.#used.has(name)) continue;
      this.#used.add(name);
      return name;
    }
  }

  /** How many there are by now. */
  get count(): number {
    return this.#used.size;
  }
}

/** Codes of modules/members/rules: work posts by sector, education by age. */
const WORK: Readonly<Record<string, string>> = {
  village: '农牧渔业生产人员',
  community: '社区工作人员',
  office: '公务员',
  school: '事业单位专业技术岗位',
  state_enterprise: '公有经济控制企业管理岗位',
  private_enterprise: '非公有经济控制企业管理岗位',
  social_organisation: '其他从业人员',
};

const educationOf = (dice: Dice, planned: Planned, born: number): string => {
  if (planned.sector === 'village') {
    return born < 1970
      ? dice.pick(['初中', '初中', '小学'])
      : dice.pick(['初中', '普通高中', '大专']);
  }
  return born < 1960
    ? dice.pick(['普通高中', '大专', '中等专科'])
    : dice.pick(['大学', '大学', '大专', '硕士研究生']);
};

/** One member of a branch as they stand on `from`. */
export function bear(dice: Dice, names: Names, planned: Planned, from: PlainDate): Born {
  const sex = dice.chance(planned.sector === 'school' ? 0.45 : 0.66) ? 'male' : 'female';
  const retiredBranch = planned.memberKind === 'retired';
  const oldest = retiredBranch
    ? 1938
    : planned.sector === 'village' || planned.sector === 'community'
      ? 1944
      : 1964;
  const youngest = retiredBranch ? 1962 : 1998;
  const born = dice.between(oldest, youngest);
  const bornOn = dayOf(born, dice.between(1, 12), dice.between(1, 28));
  const joined = Math.min(born + dice.between(20, 38), 2021);
  const joinedOn = dayOf(joined, dice.between(3, 11), dice.between(1, 28));
  const retired = born <= (sex === 'male' ? 1962 : 1967) && planned.sector !== 'village';
  const probationary = !retiredBranch && dice.chance(0.03);
  const entryDay = probationary ? plainDate(`${from.slice(0, 4)}-06-18`) : joinedOn;
  return {
    name: names.next(sex),
    sex,
    bornOn,
    joinedOn: entryDay > from ? addYears(entryDay, -1) : entryDay,
    regularisedOn: probationary ? null : addYears(joinedOn, 1),
    category: probationary ? 'probationary' : 'full',
    education: educationOf(dice, planned, born),
    work: retired ? '退休人员' : (WORK[planned.sector] ?? '其他从业人员'),
    job: null,
    retired,
    frail: born < 1946,
    serial: names.count,
  };
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number that passes every check and belongs to nobody: no county has the area code 360000. */
export function inventedIdentity(
  bornOn: PlainDate,
  sex: 'male' | 'female',
  serial: number,
): string {
  const order = ((serial * 2 + (sex === 'male' ? 1 : 0)) % 1000).toString().padStart(3, '0');
  const body = `360000${bornOn.replaceAll('-', '')}${order}`;
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (WEIGHTS[i] ?? 0), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}
