/**
 * A small program for tests: confirms one import of 2,000 new people as one actor, and says so once half of it is
 * written, so that it can be killed in the middle. Arguments: database, actor and case as JSON.
 */
import { realClock } from '#platform/clock';
import { masterKeyOf, secrets } from '#platform/crypto';
import { Database, type Actor } from '#platform/db';
import { confirmImport, type ImportId } from '#modules/imports';

const [url = '', actorText = '{}', importId = '', basedOn = '0'] = process.argv.slice(2);
const given = JSON.parse(actorText) as Omit<Actor, 'permissions'> & { permissions: string[] };
const actor: Actor = { ...given, permissions: new Set(given.permissions) };
/** Ids of 2,000 people and their files are made and written before those of their memberships. */
const WRITING = 4_500;
let made = 0;
const real = realClock();
const db = new Database({
  url,
  clock: {
    now: real.now,
    random: (length) => {
      made += 1;
      if (made === WRITING) console.log('writing');
      return real.random(length);
    },
  },
  secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
});
const done = await db.write(actor, { commandId: null, action: 'imports.confirm' }, (write) =>
  confirmImport(write, { importId: importId as ImportId, basedOn: Number(basedOn) }),
);
console.log(JSON.stringify(done));
await db.close();
