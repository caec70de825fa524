import type { Handlers } from '#contract/lib';
import type { meetingsContract } from '#contract/meetings';
import type { RequestContext } from '#platform/request';
import { placeOf } from '#modules/organisations';
import { addMeeting } from './commands/add-meeting.ts';
import { addSitting } from './commands/add-sitting.ts';
import { announce } from './commands/announce.ts';
import { attach } from './commands/attach.ts';
import { cancelMeeting } from './commands/cancel-meeting.ts';
import { changeSitting } from './commands/change-sitting.ts';
import { closeCheckIn } from './commands/close-check-in.ts';
import { closeFollowUp } from './commands/close-follow-up.ts';
import { detach } from './commands/detach.ts';
import { dropCorrection } from './commands/drop-correction.ts';
import { endKind } from './commands/end-kind.ts';
import { enterLate } from './commands/enter-late.ts';
import { finalise } from './commands/finalise.ts';
import { joinSitting } from './commands/join-sitting.ts';
import { openCheckIn } from './commands/open-check-in.ts';
import { planYear } from './commands/plan-year.ts';
import { refreshRoll } from './commands/refresh-roll.ts';
import { reopen } from './commands/reopen.ts';
import { saveMinutes } from './commands/save-minutes.ts';
import { setGuests } from './commands/set-guests.ts';
import { setKind } from './commands/set-kind.ts';
import { setPresence } from './commands/set-presence.ts';
import { setSettings } from './commands/set-settings.ts';
import { startSitting } from './commands/start-sitting.ts';
import { submit } from './commands/submit.ts';
import { checkInPage, tapCheckIn } from './queries/check-in.ts';
import { detail } from './queries/detail.ts';
import { drafts } from './queries/drafts.ts';
import { checkLate } from './queries/late.ts';
import { followUps, kinds, list } from './queries/lists.ts';
import { matchNames } from './queries/match-names.ts';
import { notice } from './queries/notice.ts';
import { hours, mine, rollOnDay } from './queries/own.ts';
import {
  findByCode,
  followUpPaper,
  hoursPaper,
  minutesPaper,
  noticePaper,
  packagePaper,
  planPaper,
  signInPaper,
} from './queries/papers.ts';
import { versionText } from './queries/version-text.ts';
import { planProposal, year } from './queries/year.ts';

export const meetingsRoutes: Handlers<typeof meetingsContract, RequestContext> = {
  kinds: (input, context) => context.read((read) => kinds(read, input)),
  setKind: (input, context) =>
    context.write(input, 'meetings.set_kind', (write) => setKind(write, input)),
  endKind: (input, context) =>
    context.write(input, 'meetings.end_kind', (write) => endKind(write, input)),
  setSettings: (input, context) =>
    context.write(input, 'meetings.set_settings', (write) => setSettings(write, input)),

  list: (input, context) => context.read((read) => list(read, input)),
  drafts: (input, context) => context.read((read) => drafts(read, input)),
  versionText: (input, context) => context.read((read) => versionText(read, input)),
  detail: (input, context) => context.read((read) => detail(read, input)),
  year: (input, context) => context.read((read) => year(read, input)),
  planProposal: (input, context) => context.read((read) => planProposal(read, input)),
  planYear: (input, context) =>
    context.write(input, 'meetings.plan_year', (write) => planYear(write, input)),
  addSitting: (input, context) =>
    context.write(input, 'meetings.add_sitting', (write) => addSitting(write, input)),
  changeSitting: (input, context) =>
    context.write(input, 'meetings.change_sitting', (write) => changeSitting(write, input)),
  addMeeting: (input, context) =>
    context.write(input, 'meetings.add_meeting', (write) => addMeeting(write, input)),
  joinSitting: (input, context) =>
    context.write(input, 'meetings.join_sitting', (write) => joinSitting(write, input)),
  cancelMeeting: (input, context) =>
    context.write(input, 'meetings.cancel', (write) => cancelMeeting(write, input)),

  notice: (input, context) => context.read((read) => notice(read, input)),
  announce: (input, context) =>
    context.write(input, 'meetings.announce', (write) => announce(write, input)),
  start: (input, context) =>
    context.write(input, 'meetings.start', (write) => startSitting(write, input)),
  refreshRoll: (input, context) =>
    context.write(input, 'meetings.refresh_roll', (write) => refreshRoll(write, input)),
  // Read by POST: a pasted list is longer than an address may be.
  matchNames: (input, context) => context.read((read) => matchNames(read, input)),
  setPresence: (input, context) =>
    context.write(input, 'meetings.presence', (write) => setPresence(write, input)),
  setGuests: (input, context) =>
    context.write(input, 'meetings.guests', (write) => setGuests(write, input)),
  saveMinutes: (input, context) =>
    context.write(input, 'meetings.minutes', (write) => saveMinutes(write, input)),
  attach: (input, context) =>
    context.write(input, 'meetings.attach', (write) => attach(write, input)),
  detach: (input, context) =>
    context.write(input, 'meetings.detach', (write) => detach(write, input)),
  submit: (input, context) =>
    context.write(input, 'meetings.submit', (write) => submit(write, input)),
  finalise: (input, context) =>
    context.write(input, 'meetings.finalise', (write) => finalise(write, input)),
  reopen: (input, context) =>
    context.write(input, 'meetings.reopen', (write) => reopen(write, input)),
  dropCorrection: (input, context) =>
    context.write(input, 'meetings.drop_correction', (write) => dropCorrection(write, input)),

  followUps: (input, context) => context.read((read) => followUps(read, input)),
  closeFollowUp: (input, context) =>
    context.write(input, 'meetings.close_follow_up', (write) => closeFollowUp(write, input)),

  checkLate: (input, context) =>
    context.read(async (read) => {
      const place = await placeOf(read, input.orgId);
      return place === null ? null : checkLate(read, place, input.rows);
    }),
  enterLate: (input, context) =>
    context.write(input, 'meetings.enter_late', (write) => enterLate(write, input)),
  rollOn: (input, context) => context.read((read) => rollOnDay(read, input)),
  hours: (input, context) => context.read((read) => hours(read, input)),
  mine: (input, context) => context.read((read) => mine(read, input)),

  openCheckIn: (input, context) =>
    context.write(input, 'meetings.open_check_in', (write) => openCheckIn(write, input)),
  closeCheckIn: (input, context) =>
    context.write(input, 'meetings.close_check_in', (write) => closeCheckIn(write, input)),
  checkInPage: (input, context) => checkInPage(context, input),
  tapCheckIn: (input, context) => tapCheckIn(context, input),

  noticePaper: (input, context) =>
    context.db.read(context.actor, (read) => noticePaper(read, input)),
  signInPaper: (input, context) =>
    context.db.read(context.actor, (read) => signInPaper(read, input)),
  minutesPaper: (input, context) =>
    context.db.read(context.actor, (read) => minutesPaper(read, input)),
  packagePaper: (input, context) =>
    context.db.read(context.actor, (read) => packagePaper(read, input)),
  planPaper: (input, context) => context.db.read(context.actor, (read) => planPaper(read, input)),
  followUpPaper: (input, context) =>
    context.db.read(context.actor, (read) => followUpPaper(read, input)),
  hoursPaper: (input, context) => context.db.read(context.actor, (read) => hoursPaper(read, input)),
  findByCode: (input, context) => context.read((read) => findByCode(read, input)),
};
