/** A paper of the dossier; `archived`: in the national list (DEV26 art. 36), else a working file. */
export interface DossierPaper {
  readonly key: string;
  readonly name: string;
  readonly archived: boolean;
  readonly rule: string;
}

/** In the order of the dossier (rules.md 3.8). */
export const PAPERS: readonly DossierPaper[] = [
  { key: 'application', name: '入党申请书', archived: true, rule: 'admit.step.25' },
  { key: 'talk', name: '谈话记录', archived: false, rule: 'admit.step.02' },
  { key: 'recommend', name: '推荐、推优材料', archived: false, rule: 'admit.youth28' },
  {
    key: 'activist_register',
    name: '入党积极分子培养考察登记表',
    archived: true,
    rule: 'admit.step.25',
  },
  { key: 'thought', name: '思想汇报', archived: false, rule: 'admit.step.06' },
  { key: 'autobiography', name: '自传', archived: false, rule: 'admit.step.06' },
  { key: 'notice', name: '公示材料', archived: false, rule: 'admit.notice' },
  { key: 'review', name: '政治审查结论性材料', archived: true, rule: 'admit.step.25' },
  { key: 'training', name: '培训结业证明', archived: false, rule: 'admit.training.needed' },
  { key: 'prereview', name: '书面预审结果', archived: false, rule: 'admit.prereview.content' },
  { key: 'form', name: '入党志愿书', archived: true, rule: 'admit.step.25' },
  {
    key: 'probation_register',
    name: '预备党员教育考察登记表',
    archived: true,
    rule: 'admit.step.25',
  },
  { key: 'regularise', name: '转正申请书', archived: true, rule: 'admit.step.25' },
];

export const ARCHIVED: readonly DossierPaper[] = PAPERS.filter((paper) => paper.archived);
