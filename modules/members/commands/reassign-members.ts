import type { OrgId, PersonId } from '#kernel/ids';
import { ok, refuse } from '#kernel/result';
import { tidy } from '#kernel/text';
import type { Roster } from '#modules/organisations';
import { rightsOn } from '../rules/rights.ts';
import { changeStay, stayOn, staysOf } from '../store/membership.ts';
import { follow, homeFrom } from '../store/person.ts';
import { historiesOf } from '../store/rights.ts';
import { memberCounts, membershipsOf, namesOf } from '../store/sight.ts';
import { sayHowLeft, staysFrom, stateOfPerson } from '../store/stays-from.ts';

/**
 * What `organisations` asks of the roster: its acts on the tree move people, and both are one act. A
 * person who goes over to another branch of the whole is neither an increase nor a decrease.
 */
export const rosterOfMembers: Roster = {
  counts: memberCounts,

  async membersOn(read, orgId, day) {
    const rows = await membershipsOf(read, orgId, day, day);
    return rows
      .filter((row) => row.standing === 'normal')
      .map((row) => ({
        personId: row.person_id as PersonId,
        name: row.name,
        full: row.category === 'full',
        unit: row.unit,
        groupId: row.group_id as Awaited<ReturnType<Roster['membersOn']>>[number]['groupId'],
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
  },

  staysFrom,

  async candidate(read, personId, day) {
    const stay = await stayOn(read, personId, day);
    const state = stay === null ? null : await stateOfPerson(read, personId, day);
    if (stay === null || state === null) return null;
    const rights = rightsOn((await historiesOf(read, [personId])).get(personId), day);
    return {
      name: state.name,
      orgId: stay.org_id as OrgId,
      category: stay.category,
      standing: stay.standing,
      rights: rights.standing === 'full' && !rights.vote ? 'none' : 'yes',
      regularisedOn: state.regularised_on,
      correctionMonths: state.correction,
    };
  },

  async reassign(write, from, to, people, on, paper) {
    const here = new Set(await staysFrom(write, from, on));
    for (const person of people) {
      if (!here.has(person)) {
        const name = (await namesOf(write, [person])).get(person) ?? '';
        return refuse('organisations.not_in_roster', { name });
      }
      const stay = (await staysOf(write, person)).find(
        (row) => row.org_id === from && (row.valid_to === null || row.valid_to > on),
      );
      const cut = stay !== undefined && stay.valid_from < on;
      const since = stay === undefined || cut ? on : stay.valid_from;
      await changeStay(write, person, since, {
        org_id: to.orgId,
        org_path: to.orgPath,
        other_path: to.orgPath,
        group_id: null,
        // Who came to the source only later goes over as they came.
        ...(cut ? { way_in: 'whole_in', in_paper: tidy(paper) } : {}),
      });
      if (cut) await sayHowLeft(write, person, on, 'whole_out', tidy(paper));
      await homeFrom(write, to, person, since);
      await follow(write, person);
    }
    return ok({ moved: people.length });
  },

  async regroup(write, orgId, people, groupId, on) {
    let moved = 0;
    for (const person of people) {
      const stay = await stayOn(write, person, on);
      if (stay === null || stay.org_id !== orgId || stay.group_id === groupId) continue;
      if (await changeStay(write, person, on, { group_id: groupId })) moved += 1;
    }
    return moved;
  },
};
