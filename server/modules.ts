import { accountsContract } from '#contract/accounts';
import { ballotsContract } from '#contract/ballots';
import { duesContract } from '#contract/dues';
import { admissionsContract } from '#contract/admissions';
import { dutiesContract } from '#contract/duties';
import { floatingContract } from '#contract/floating';
import { importsContract } from '#contract/imports';
import { meetingsContract } from '#contract/meetings';
import { membersContract } from '#contract/members';
import { organisationsContract } from '#contract/organisations';
import { publicationContract } from '#contract/publication';
import { reportsContract } from '#contract/reports';
import { statusContract } from '#contract/status';
import { talksContract } from '#contract/talks';
import { transfersContract } from '#contract/transfers';
import { workbookContract } from '#contract/workbook';
import { indicatorRegistry } from '#engines/indicator';
import type { Family } from '#engines/procedure';
import type { ObligationSource } from '#engines/obligation';
import type { PublicationSource } from '#engines/publishing';
import type { PostKind } from '#kernel/posts';
import type { ModuleManifest } from '#platform/db';
import { accountsModule, accountsRoutes } from '#modules/accounts';
import { ballotsModule, ballotsRoutes } from '#modules/ballots';
import {
  duesIndicators,
  duesModule,
  duesObligations,
  duesPublication,
  duesRoutes,
} from '#modules/dues';
import {
  ADMISSION,
  admissionIndicators,
  admissionObligations,
  admissionPublication,
  admissionsModule,
  admissionsRoutes,
} from '#modules/admissions';
import { dutiesModule, dutiesRoutes } from '#modules/duties';
import {
  floatingIndicators,
  floatingModule,
  floatingObligations,
  floatingRoutes,
} from '#modules/floating';
import { importsModule, importsRoutes } from '#modules/imports';
import {
  meetingIndicators,
  meetingObligations,
  meetingPublication,
  meetingsModule,
  meetingsRoutes,
} from '#modules/meetings';
import {
  memberIndicators,
  memberObligations,
  membersModule,
  membersRoutes,
  rosterOfMembers,
} from '#modules/members';
import {
  organisationObligations,
  organisationsModule,
  organisationsRoutes,
} from '#modules/organisations';
import { publicationModule, publicationObligations, publicationRoutes } from '#modules/publication';
import { reportsModule, reportsRoutes } from '#modules/reports';
import { STATUS_PROCEDURES, statusModule, statusObligations, statusRoutes } from '#modules/status';
import { talkIndicators, talkObligations, talksModule, talksRoutes } from '#modules/talks';
import {
  LETTER,
  ONLINE,
  transferObligations,
  transfersModule,
  transfersRoutes,
} from '#modules/transfers';
import { workbookIndicators, workbookModule, workbookRoutes } from '#modules/workbook';
import { contactsKept } from './contacts.ts';
import { handoverSections } from './handover.ts';

/** The only place that knows all modules, in the order in which they may know each other. */
export const MODULES: readonly ModuleManifest[] = [
  organisationsModule,
  membersModule,
  importsModule,
  accountsModule,
  duesModule,
  meetingsModule,
  talksModule,
  statusModule,
  ballotsModule,
  admissionsModule,
  floatingModule,
  transfersModule,
  workbookModule,
  publicationModule,
  dutiesModule,
  reportsModule,
];

export const CONTRACT = {
  organisations: organisationsContract,
  members: membersContract,
  imports: importsContract,
  accounts: accountsContract,
  dues: duesContract,
  meetings: meetingsContract,
  talks: talksContract,
  status: statusContract,
  ballots: ballotsContract,
  admissions: admissionsContract,
  floating: floatingContract,
  transfers: transfersContract,
  workbook: workbookContract,
  publication: publicationContract,
  duties: dutiesContract,
  reports: reportsContract,
};

/** Figures of all modules: reports, boards and scores use these and no others. */
export const INDICATORS = indicatorRegistry([
  ...meetingIndicators,
  ...talkIndicators,
  ...workbookIndicators,
  ...duesIndicators,
  ...memberIndicators,
  ...admissionIndicators,
  ...floatingIndicators,
]);

/** What is due, from all modules: first page, matrix, calendar and weekly sheet. */
export const OBLIGATIONS: readonly ObligationSource[] = [
  meetingObligations,
  talkObligations,
  duesObligations,
  memberObligations,
  organisationObligations,
  statusObligations,
  admissionObligations,
  floatingObligations,
  transferObligations,
  publicationObligations,
];

/** Records that can be made public as they stand, from the modules that own them. */
const PUBLICATIONS: readonly PublicationSource[] = [
  admissionPublication,
  duesPublication,
  meetingPublication,
];

/** Procedures of all modules: their pages in docs/procedures are made from these. */
export const PROCEDURES: readonly Family[] = [ADMISSION, ONLINE, LETTER, ...STATUS_PROCEDURES];

export const ROUTES = {
  organisations: organisationsRoutes(rosterOfMembers, handoverSections(OBLIGATIONS)),
  members: membersRoutes,
  imports: importsRoutes,
  accounts: accountsRoutes,
  dues: duesRoutes,
  meetings: meetingsRoutes,
  talks: talksRoutes,
  status: statusRoutes(contactsKept),
  ballots: ballotsRoutes,
  admissions: admissionsRoutes,
  floating: floatingRoutes,
  transfers: transfersRoutes,
  workbook: workbookRoutes,
  publication: publicationRoutes(PUBLICATIONS),
  duties: dutiesRoutes(OBLIGATIONS, permissionsOf),
  reports: reportsRoutes(INDICATORS),
};

const cache = new Map<string, ReadonlySet<string>>();

/** What somebody may do in a post, from the manifests of all modules. */
export function permissionsOf(post: PostKind | 'member'): ReadonlySet<string> {
  const known = cache.get(post);
  if (known !== undefined) return known;
  const found = new Set(
    MODULES.flatMap((m) => Object.entries(m.permissions))
      .filter(([, posts]) => posts.includes(post))
      .map(([permission]) => permission),
  );
  cache.set(post, found);
  return found;
}
