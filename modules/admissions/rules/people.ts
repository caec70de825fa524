import type { Finding } from '#engines/procedure';
import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { AdmissionFacts, Helper } from './facts.ts';
import { blocks, tells } from './finding.ts';
import { REVISED_ON } from './words.ts';

const helperOf = (facts: AdmissionFacts, id: PersonId): Helper =>
  facts.helpers.get(id) ?? {
    personId: id,
    name: '',
    category: null,
    suspended: false,
    onProbation: false,
    sanctioned: false,
  };

/** What speaks against somebody as 培养联系人: full members in a roster (DEV26 art. 9). */
export function contactFindings(facts: AdmissionFacts, helper: Helper): Finding[] {
  const params = { name: helper.name };
  if (helper.personId === facts.applicant.personId || helper.category !== 'full')
    return [blocks('admissions.contact_not_full', 'admit.contact.full', params)];
  return helper.suspended
    ? [blocks('admissions.contact_suspended', 'admit.contact.full', params)]
    : [];
}

/**
 * What speaks against somebody as 入党介绍人 on a day (DEV26 art. 14). The text before 2026 named 留党察看
 * alone.
 */
export function introducerFindings(
  facts: AdmissionFacts,
  helper: Helper,
  on: PlainDate,
): Finding[] {
  const params = { name: helper.name };
  if (
    helper.personId === facts.applicant.personId ||
    helper.category !== 'full' ||
    helper.suspended
  )
    return [blocks('admissions.introducer_not_full', 'admit.introducer.full', params)];
  if (helper.onProbation)
    return [blocks('admissions.introducer_barred', 'admit.introducer.barred', params)];
  return helper.sanctioned && on >= REVISED_ON
    ? [tells('admissions.introducer_sanctioned', 'admit.introducer.unsuitable', params)]
    : [];
}

/** 1–2 contacts, each of them allowed. */
export function contactsFindings(facts: AdmissionFacts): Finding[] {
  const ids = [...new Set(facts.told.contacts ?? [])];
  const count =
    ids.length < 1 || ids.length > 2
      ? [blocks('admissions.contacts_number', 'admit.contact.count', { number: ids.length })]
      : [];
  return [...count, ...ids.flatMap((id) => contactFindings(facts, helperOf(facts, id)))];
}

/** Exactly two introducers, each of them allowed. */
export function introducersFindings(
  facts: AdmissionFacts,
  act: { readonly on: PlainDate },
): Finding[] {
  const ids = [...new Set(facts.told.introducers ?? [])];
  const count =
    ids.length === 2
      ? []
      : [blocks('admissions.introducers_number', 'admit.introducer.count', { number: ids.length })];
  return [...count, ...ids.flatMap((id) => introducerFindings(facts, helperOf(facts, id), act.on))];
}
