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
const db = new Database({
  url,
  clock: realClock(),
  secrets: secrets(masterKeyOf(Buffer.alloc(32, 7))),
  // The people and their files are written, their memberships and numbers are not.
  onQuery: (text) => {
    if (text.includes('insert into person_state')) console.log('writing');
  },
});
const done = await db.write(actor, { commandId: null, action: 'imports.confirm' }, (write) =>
  confirmImport(write, { importId: importId as ImportId, basedOn: Number(basedOn) }),
);
console.log(JSON.stringify(done));
await db.close();
