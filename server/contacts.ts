import { awayOn, lastContacts } from '#modules/floating';
import type { ContactSource } from '#modules/status';

/** What floating members and their contact persons tell the clocks of status, which stands below them. */
export const contactsKept: ContactSource = {
  lastContacts,
  async certified(read, orgId, day) {
    const away = await awayOn(read, [orgId], day);
    return new Map(
      away.filter((one) => one.certificate).map((one) => [one.personId, one.since] as const),
    );
  },
};
