export { membersModule } from './module.ts';
export { membersRoutes } from './routes.ts';
export { enterMember, type Entry } from './commands/enter-member.ts';
export { admitMember } from './commands/admit-member.ts';
export { enterApplicant } from './commands/enter-applicant.ts';
export { changeMember } from './commands/change-member.ts';
export { rosterOfMembers } from './commands/reassign-members.ts';
export {
  diedAmong,
  homeOf,
  lastLeft,
  membershipsOf,
  namesOf,
  peopleNamed,
  rosterIdsOn,
} from './store/sight.ts';
export {
  changeMany,
  enterStaged,
  factsOf,
  hashSecret,
  sealer,
  type Changing,
  type SealedSecret,
  type SecretHashes,
  type StagedPeople,
} from './store/bulk.ts';
export {
  briefOf,
  countRosters,
  knownFiles,
  maskPhone,
  rosterNames,
  standingPeople,
  standingStates,
  type KnownFile,
  type StandingPerson,
} from './store/bulk-read.ts';
export { learnNames } from './store/names.ts';
export { takeBackMany, writtenAfter } from './store/bulk-undo.ts';
export { peopleByNumber } from './store/secret.ts';
export { isBlankText, type LooseDate } from './rules/dates.ts';
export { DEFAULT_MEMBER_SETTINGS } from './rules/settings.ts';
export {
  guessColumns,
  ROSTER_FIELDS,
  type ColumnGuess,
  type RosterField,
} from './rules/columns.ts';
export { diffRow, type ProposedChange } from './rules/diff.ts';
export { maskIdentity } from './rules/identity.ts';
export { isPersonField, PERSON_FIELDS, showField, type PersonFields } from './rules/fields.ts';
export { indexPersons, matchRow, type PersonIndex, type RowPerson } from './rules/match.ts';
export { extensionMonths, fieldsOfRow, isKeptField } from './rules/roster-fields.ts';
export { readRow, type CellIn, type CellProblem, type RosterValues } from './rules/row.ts';
export { findHeader, joinHeaders, rowKind, type HeaderPlace } from './rules/table.ts';
export { attach, detach, receiveGuest } from './commands/attach.ts';
export { markFloating } from './commands/mark-floating.ts';
export { attachedOn, attachedOver } from './store/attached.ts';
export { lastJoinedOn, portraitsOf, type Portrait } from './store/portraits.ts';
export { EDUCATION_BANDS } from './rules/bands.ts';
export { OCCUPATIONS } from './rules/work-codes.ts';
export type { AttachmentId } from './store/attachment.ts';
export {
  floatingOver,
  membersMarkedFloating,
  type FloatingSpan,
  signsOf,
  type Signs,
} from './store/floating.ts';
export {
  facesOf,
  rosterSpans,
  staysOf,
  type Face,
  type RosterSpan,
  type StaysAsked,
} from './store/stays.ts';
export { memberIndicators } from './indicators.ts';
export { memberObligations } from './obligations.ts';
export { moveApplicant } from './commands/move-applicant.ts';
export { reveal, setSecrets } from './commands/set-secrets.ts';
export { knownNumber } from './queries/known-number.ts';
export { aboutOf, type About } from './queries/about.ts';
export { assign as assignInRoster, moveMembership } from './commands/move-membership.ts';
export { regularise } from './commands/regularise.ts';
export { endMembership, type Ending } from './commands/end-membership.ts';
export { restoreMembership } from './commands/end-membership.ts';
export { takeBackEnding } from './commands/take-back-ending.ts';
export { liftRestriction, restrict } from './commands/restrict.ts';
export { historiesOf, restrictionsOver, suspendedOver } from './store/rights.ts';
export { rightsOn, type PersonHistory, type Rights, type Restriction } from './rules/rights.ts';
