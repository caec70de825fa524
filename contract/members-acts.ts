import {} from './lib.ts';

/** Acts on a membership, attachments, hardship, duplicates. */
export const membersActs = {};
