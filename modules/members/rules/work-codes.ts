import type { CodeEntry } from './codes.ts';

/** Occupation bands of the annual statistics (`stat.occupation`). */
export const OCCUPATIONS = {
  worker: '工人（工勤技能人员）',
  farmer: '农牧渔民',
  professional: '企事业单位、社会组织专业技术人员',
  manager: '企事业单位、社会组织管理人员',
  government: '党政机关工作人员',
  student: '学生',
  other: '其他职业人员',
  retired: '离退休人员',
} as const;
export type Occupation = keyof typeof OCCUPATIONS;

type WorkEntry = CodeEntry & { readonly occupation: Occupation };

const entry = (
  key: string,
  name: string,
  occupation: Occupation,
  aliases: readonly string[] = [],
): WorkEntry => ({
  key,
  name,
  occupation,
  aliases,
});

const STUDENTS: readonly WorkEntry[] = (
  [
    ['postgraduate', '研究生'],
    ['undergraduate', '大学本科'],
    ['college', '大学专科'],
  ] as const
).flatMap(([key, name]) => [
  entry(`student_${key}_final`, `${name}毕业年级学生`, 'student'),
  entry(`student_${key}_first`, `${name}一年级学生`, 'student'),
  entry(`student_${key}_other`, `${name}其他年级学生`, 'student'),
]);

/** 工作岗位 as party systems name it (rules.md 15.2). The band is our grouping, marked 按上级规定 where shown. */
export const WORK_CODES: readonly WorkEntry[] = [
  entry('civil_servant', '公务员', 'government', ['机关干部', '国家公务员']),
  entry('reference_staff', '参照公务员法管理的工作人员', 'government', [
    '参公人员',
    '参公',
    '参公管理人员',
  ]),
  entry('institution_manager', '事业单位管理岗位', 'manager', ['事业管理岗', '事业单位管理人员']),
  entry('institution_professional', '事业单位专业技术岗位', 'professional', [
    '教师',
    '医生',
    '事业单位专业技术人员',
  ]),
  entry('state_manager', '公有经济控制企业管理岗位', 'manager', [
    '国有企业管理人员',
    '国企管理人员',
  ]),
  entry('state_professional', '公有经济控制企业专业技术岗位', 'professional', [
    '国有企业专业技术人员',
  ]),
  entry('private_manager', '非公有经济控制企业管理岗位', 'manager', ['非公企业管理人员']),
  entry('private_professional', '非公有经济控制企业专业技术岗位', 'professional', [
    '非公企业专业技术人员',
  ]),
  entry('social_manager', '民办非企业管理岗位', 'manager', ['社会组织管理人员']),
  entry('social_professional', '民办非企业专业技术岗位', 'professional', ['社会组织专业技术人员']),
  entry('state_worker', '公有经济控制单位工勤岗位', 'worker', ['工人', '国企工人']),
  entry('private_worker', '非公有企业工勤岗位', 'worker', ['非公企业工人']),
  entry('social_worker', '民办非企业工勤岗位', 'worker'),
  entry('office_worker', '机关单位工勤岗位', 'worker', ['机关工勤', '机关工人']),
  entry('institution_worker', '事业单位工勤岗位', 'worker', ['事业工勤']),
  entry('farmer', '农牧渔业生产人员', 'farmer', ['农民', '务农', '村民', '渔民', '牧民']),
  entry('village_doctor', '乡村医生', 'farmer'),
  entry('migrant', '外出务工经商人员', 'farmer', ['外出务工', '务工', '打工']),
  entry('other_farmer', '其他农牧渔民', 'farmer'),
  entry('army', '解放军、武警', 'other', ['军人', '现役军人', '武警']),
  ...STUDENTS,
  entry('student_secondary', '中等专业学校学生', 'student', ['中专学生']),
  entry('student_high', '高中学生', 'student'),
  entry('student_skilled', '技工学校学生', 'student', ['技校学生']),
  entry('honoured_retired', '离休干部', 'retired', ['离休']),
  entry('retired', '退休人员', 'retired', ['退休', '退休干部', '退休职工', '退休教师', '退休工人']),
  entry('resigned', '退职人员', 'retired', ['退职']),
  entry('inner_retired', '内部退养职工', 'other', ['内退', '内退人员']),
  entry('village_official', '大学生村官', 'other', ['村官']),
  entry('community_worker', '社区工作人员', 'other', ['社区工作者', '社区干部', '网格员']),
  entry('unpaid_leave', '停薪留职人员', 'other', ['停薪留职']),
  entry('self_employed', '个体工商户从业人员', 'other', ['个体', '个体户', '个体工商户']),
  entry('freelance', '自由职业人员', 'other', ['自由职业', '自由职业者']),
  entry('graduate_waiting', '待安置、毕业未就业人员', 'other', ['待业', '毕业未就业', '待就业']),
  entry('abroad_overdue', '出国（境）逾期未归', 'other'),
  entry('bankrupt_jobless', '企业破产后未重新就业', 'other'),
  entry('left_with_contract', '离岗仍保留劳动关系', 'other', ['离岗']),
  entry('service_centre', '人才（劳动）服务中心职业不明', 'other'),
  entry('other_worker', '其他从业人员', 'other', ['其他', '其它']),
  entry('other_jobless', '其他无业人员', 'other', ['无业', '下岗', '失业', '下岗职工']),
];

export const occupationOf = (key: string): Occupation | null =>
  WORK_CODES.find((candidate) => candidate.key === key)?.occupation ?? null;
