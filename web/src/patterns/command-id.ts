import { makeId, type CommandId } from '#kernel/ids';

/**
 * The id of one write. The server answers the same id with the stored answer, so a double press
 * does no harm. `getRandomValues` also works on plain http in a local network; `randomUUID` would not.
 */
export const newCommandId = (): CommandId =>
  makeId<'Command'>(Date.now(), (length) => crypto.getRandomValues(new Uint8Array(length)));
