import { membersActs } from './members-acts.ts';
import { membersFile } from './members-file.ts';
import { membersRoster } from './members-roster.ts';

export { ATTACHMENTS, CATEGORIES, HARDSHIPS, SEXES, zPersonId } from './members-words.ts';
export { memberRefusals } from './members-refusals.ts';

/** Who belongs where: roster, file, membership acts. */
export const membersContract = { ...membersRoster, ...membersFile, ...membersActs };
