import { nextMoves } from '#engines/procedure';
import type { Inputs, Outputs } from '#contract/lib';
import type { transfersContract } from '#contract/transfers';
import { isWithin } from '#kernel/org-path';
import type { Read } from '#platform/db';
import { holdsMembers, type OrgKind } from '#modules/organisations';
import { checkStep } from '../commands/do-step.ts';
import { registerOf } from '../commands/keep-letter.ts';
import { mayUndo } from '../commands/undo-step.ts';
import { ruleNamed } from '../rules/catalogue.ts';
import type { Told } from '../rules/facts.ts';
import { asksOf } from '../rules/forms.ts';
import { GUARDS } from '../rules/guards.ts';
import { hasExpired, nextNumber } from '../rules/letter.ts';
import { labelOf, procedureOf } from '../rules/steps.ts';
import { mayDo } from '../rules/who.ts';
import { RECEIVED } from '../rules/words.ts';
import { caseOf } from '../store/cases.ts';
import { lettersOf, numbersOf, type Letter } from '../store/letters.ts';
import { undosOf } from '../store/steps.ts';
import { CALENDAR, load, withBasis, type Loaded } from './facts.ts';
import { canWrite, caseLines } from './list.ts';

type In = Inputs<typeof transfersContract>;
type Out = Outputs<typeof transfersContract>;

/** Findings that only the filled form can answer are not told before it is filled. */
const FORM_CODES =
  /^transfers\.(?:reason_missing|letter_number_missing|letter_days|letter_same_number|branch_missing|papers_unchecked|no_overseer|why_missing)$/;

function nextsOf(read: Read, loaded: Loaded): Out['detail']['nexts'] {
  const { row, ends, facts } = loaded;
  const all = procedureOf(row.route);
  const open = nextMoves(all, GUARDS, loaded.file, facts, read.today, CALENDAR);
  const branchKnown = facts.receiverHoldsMembers;
  return open.map((one) => ({
    move: one.move,
    label: one.label,
    actor: one.actor,
    aside: one.aside,
    latest: one.latest,
    findings: one.findings.filter((found) => !FORM_CODES.test(found.code)).map(withBasis),
    asks: asksOf(one.move, { side: row.side, subject: row.subject, branchKnown }),
    mine:
      mayDo(read.actor.scope, row.side, ends, one.actor) &&
      read.actor.permissions.has('transfers.write'),
  }));
}

/** A letter as lists show it; expired only where nobody came with it in time. */
export const letterOut = (read: Read, one: Letter): Out['letters']['letters'][number] => {
  const { orgId: _org, renewsId: _renews, ...shown } = one;
  return {
    ...shown,
    expired:
      one.direction === 'out' &&
      !one.spoiled &&
      one.receiptOn === null &&
      hasExpired(one.validUntil, read.today),
  };
};

function stepsOut(read: Read, loaded: Loaded): Out['detail']['steps'] {
  return loaded.steps.map((step) => {
    const undo = mayUndo(read.actor, loaded, step.id);
    return {
      stepId: step.id,
      move: step.move,
      label: labelOf(loaded.row.route, step.move),
      on: step.on,
      until: step.until,
      told: step.told as never,
      reasons: Object.entries(step.reasons).map(([rule, reason]) => ({
        rule: ruleNamed(rule).summary,
        reason,
      })),
      ofOther: step.ofOther,
      byName: step.byName,
      byAs: step.byAs,
      enteredAt: step.enteredAt.toISOString(),
      undo: undo.ok ? true : undo.refusal,
    };
  });
}

async function proposedOf(read: Read, loaded: Loaded): Promise<Out['detail']['proposed']> {
  const { row, from, to, facts } = loaded;
  const known = await numbersOf(read, registerOf(from, row.from).orgId);
  // Within one tenant (a county) the usual validity is that of one city.
  const near = row.side === 'inside' && to !== null;
  return {
    letterNumber: nextNumber(known, read.today),
    letterDays: near ? facts.settings.sameCityDays : facts.settings.elsewhereDays,
  };
}

/** One transfer as either end sees it: all that was done, what comes next, who answers for the member. */
export async function detail(read: Read, input: In['detail']): Promise<Out['detail'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const loaded = await load(read, row, {});
  const [line] = await caseLines(read, [row]);
  if (line === undefined) return null;
  const { scope } = read.actor;
  const atReceiver =
    row.side !== 'outward' &&
    scope !== null &&
    isWithin(row.to.orgPath, scope) &&
    loaded.to !== null &&
    holdsMembers(loaded.to.kind as OrgKind);
  const undone = await undosOf(read, row.caseId);
  const near = row.side === 'inward' ? row.to : row.from;
  return {
    ...line,
    fromCommittee: row.fromCommittee,
    toCommittee: row.toCommittee,
    personId: row.personId,
    receivingOrgId: atReceiver ? row.to.orgId : null,
    about: row.about,
    version: row.version,
    steps: stepsOut(read, loaded),
    undone: undone.map((one) => ({
      ...one,
      moves: one.moves.map((move) => labelOf(row.route, move)),
    })),
    letters: (await lettersOf(read, row.caseId)).map((one) => letterOut(read, one)),
    nexts: nextsOf(read, loaded),
    proposed: await proposedOf(read, loaded),
    responsible: RECEIVED.has(row.state) ? row.toName : row.fromName,
    can: { write: canWrite(read, near) === true || atReceiver ? true : canWrite(read, near) },
  };
}

/** The form as far as it is filled; one that cannot be read counts as empty. */
function readForm(text: string): { told: Told; reasons: Record<string, string> } {
  const none = { told: {}, reasons: {} };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...none, ...value } : none;
  } catch {
    return none;
  }
}

/** What speaks against a step as its form stands; the same rules as doing it. */
export async function check(read: Read, input: In['check']): Promise<Out['check'] | null> {
  const row = await caseOf(read, input.caseId);
  if (row === null) return null;
  const form = readForm(input.form);
  const { found } = await checkStep(read, row, { move: input.move, on: input.on, ...form });
  return { findings: [...found] };
}
