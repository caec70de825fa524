import type { Params } from '#kernel/result';
import { download, pageOf, read, write, z, zCan, zDay, zId, zPage, zWords, zYear } from './lib.ts';
import {
  zBody,
  zContent,
  zDifference,
  zFigure,
  zFinding,
  zReportId,
  zReportKind,
  zSource,
} from './reports-words.ts';
import type { Sentence } from './sentence.ts';

const zOrgId = zId<'Organisation'>();
const READ = { permission: 'reports.read' } as const;
const WRITE = { permission: 'reports.write' } as const;

export const reportsContract = {
  list: read({
    path: '/reports',
    access: READ,
    summary: '述职与总结',
    input: z.object({
      ...zPage,
      kind: zReportKind.optional(),
      year: zYear.optional(),
      state: z.enum(['draft', 'issued']).optional(),
    }),
    output: pageOf(
      z.object({
        reportId: zReportId,
        kind: zReportKind,
        title: z.string(),
        orgId: zOrgId,
        orgName: z.string(),
        authorName: z.string(),
        from: zDay,
        to: zDay,
        state: z.enum(['draft', 'issued']),
        edition: z.number().int(),
        changedAt: z.iso.datetime(),
      }),
    ),
  }),
  propose: read({
    path: '/reports/propose',
    access: WRITE,
    summary: '期间内主持工作的同志及其任职',
    input: z.object({ orgId: zOrgId, from: zDay, to: zDay }),
    output: z.object({
      authors: z.array(
        z.object({ personId: zId<'Person'>(), name: z.string(), bodies: z.array(zBody) }),
      ),
    }),
  }),
  create: write({
    path: '/reports',
    access: WRITE,
    summary: '起草述职报告或总结',
    input: {
      orgId: zOrgId,
      kind: zReportKind,
      from: zDay,
      to: zDay,
      authorId: zId<'Person'>().optional(),
    },
    output: z.object({ reportId: zReportId }),
  }),
  open: read({
    path: '/reports/one',
    access: READ,
    summary: '打开一份报告',
    input: z.object({ reportId: zReportId }),
    output: z.object({
      reportId: zReportId,
      kind: zReportKind,
      title: z.string(),
      orgName: z.string(),
      authorName: z.string(),
      from: zDay,
      to: zDay,
      state: z.enum(['draft', 'issued']),
      edition: z.number().int(),
      version: z.number().int(),
      content: zContent,
      figures: z.array(zFigure),
      findings: z.array(zFinding),
      issued: z
        .object({ knownAt: z.iso.datetime(), issuedOn: zDay, fingerprint: z.string() })
        .nullable(),
      can: zCan,
    }),
  }),
  save: write({
    path: '/reports/save',
    access: WRITE,
    summary: '保存草稿',
    input: {
      reportId: zReportId,
      basedOn: z.number().int().min(1),
      title: zWords(120),
      content: zContent,
    },
    output: z.object({ version: z.number().int(), findings: z.array(zFinding) }),
  }),
  rows: read({
    path: '/reports/rows',
    access: READ,
    summary: '数字所依据的记录',
    input: z.object({
      reportId: zReportId,
      indicator: zWords(80),
      body: z.coerce.number().int().min(0).max(11).optional(),
    }),
    output: z.object({
      name: z.string(),
      text: z.string(),
      unit: z.string(),
      definition: z.string(),
      rows: z.array(zSource),
    }),
  }),
  difference: read({
    path: '/reports/difference',
    access: READ,
    summary: '与上年同期相比',
    input: z.object({ reportId: zReportId }),
    output: z.object({ from: zDay, to: zDay, differences: z.array(zDifference) }),
  }),
  issue: write({
    path: '/reports/issue',
    access: { permission: 'reports.issue' },
    summary: '定稿',
    input: { reportId: zReportId, basedOn: z.number().int().min(1) },
    output: z.object({ edition: z.number().int(), fingerprint: z.string() }),
  }),
  reopen: write({
    path: '/reports/reopen',
    access: { permission: 'reports.issue' },
    summary: '另出一版',
    input: { reportId: zReportId, reason: zWords(200) },
    output: z.object({ version: z.number().int() }),
  }),
  compare: read({
    path: '/reports/compare',
    access: READ,
    summary: '定稿数与现在的数',
    input: z.object({ reportId: zReportId }),
    output: z.object({
      /** The figures counted again as they were known when the report was issued are the stored ones. */
      reproduced: z.boolean(),
      knownAt: z.iso.datetime(),
      differences: z.array(zDifference),
    }),
  }),
  word: download({
    path: '/reports/word',
    access: READ,
    summary: 'Word 文档',
    input: z.object({ reportId: zReportId }),
  }),
  print: download({
    path: '/reports/print',
    access: READ,
    summary: '打印页',
    input: z.object({ reportId: zReportId }),
  }),
  sheet: download({
    path: '/reports/sheet',
    access: READ,
    summary: '数据表',
    input: z.object({ reportId: zReportId }),
  }),
};

const text = (params: Params, name: string): string => String(params[name] ?? '');

export const reportsRefusals = {
  'reports.period_reversed': { why: () => '期间的结束日期早于开始日期' },
  'reports.period_too_long': {
    why: () => '一份报告的期间不超过一年零一个月',
    instead: '按年度或任职期间分别起草',
  },
  'reports.nobody_headed': {
    why: (p) => `${text(p, 'name')}在这段期间没有登记书记或主持工作的同志`,
    instead: '先在“班子与分工”里登记任职，或改选期间',
  },
  'reports.body_out_of_sight': {
    why: (p) => `${text(p, 'name')}不在您现在职务的工作范围内`,
    instead: '请作者本人在任时起草，或请共同的上级党组织起草',
  },
  'reports.body_outside_period': { why: (p) => `${text(p, 'name')}的任职期间不在报告期间之内` },
  'reports.bodies_overlap': {
    why: (p) => `${text(p, 'one')}与${text(p, 'other')}的数字会重复计算`,
    instead: '只在其中一个上选“含下级”',
  },
  'reports.unknown_indicator': { why: (p) => `没有“${text(p, 'id')}”这个指标` },
  'reports.not_ready': {
    why: (p) => `正文还有${text(p, 'count')}处数字没有来历，第一处是“${text(p, 'first')}”`,
    instead: '换成报告数据或引用数据，或注明它不是统计数字',
  },
  'reports.already_issued': {
    why: () => '这份报告已经定稿',
    instead: '需要修改时选择“另出一版”，原版保留',
  },
  'reports.not_issued': { why: () => '这份报告还没有定稿' },
} satisfies Record<string, Sentence>;
