import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import type { Read } from '#platform/db';
import { viewOf } from '../rules/minutes.ts';
import { minutesLines } from '../rules/text.ts';
import { versionsOf, type HeldRow } from '../store/held.ts';
import { placeOfRow } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { versionShape } from './detail.ts';
import { nameOn } from './finalised.ts';

type In = Inputs<typeof meetingsContract>['versionText'];
type Out = Outputs<typeof meetingsContract>['versionText'];

/** The words of one version in their fixed order. */
async function linesOf(read: Read, held: HeldRow): Promise<string[]> {
  const arrangement = await arrangementAt(read, placeOfRow(held), held.held_on);
  const kind = arrangement.known.get(held.kind);
  if (kind === undefined) return [];
  const { recusedLeaveCount } = arrangement.settings;
  const head = {
    organisation: await nameOn(read, held.org_id, held.held_on),
    kindName: kind.name,
    title: held.title,
    heldOn: held.held_on,
    yearOf: held.year_of,
    startsAt: held.content.held?.startsAt ?? null,
    endsAt: held.content.held?.endsAt ?? null,
    place: held.content.held?.place ?? '',
    form: held.form,
    special: held.special,
    campaign: held.campaign,
  };
  return minutesLines(head, held.content, viewOf(kind, held.content, {}, { recusedLeaveCount }));
}

/** One version of the minutes as text, beside what the next version changed. Null out of sight. */
export async function versionText(read: Read, input: In): Promise<Out | null> {
  const versions = await versionsOf(read, input.meetingId);
  const wanted = versions.find((one) => one.version === input.version);
  if (wanted === undefined) return null;
  const next = versions.find((one) => one.version === input.version + 1);
  const lines = await linesOf(read, wanted);
  const after = next === undefined ? lines : await linesOf(read, next);
  const [here, there] = [new Set(lines), new Set(after)];
  return {
    version: versionShape(wanted),
    lines: lines.map((text) => ({ text, gone: !there.has(text) })),
    added: after.filter((text) => !here.has(text)),
  };
}
