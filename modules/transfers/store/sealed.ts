import type { Read } from '#platform/db';

/** Identity number and phone of somebody from outside, while no file of theirs is here. */
export interface Numbers {
  readonly idNumber?: string;
  readonly phone?: string;
}

/** Encrypted with the tenant's key, or null where there is nothing to keep. */
export function sealNumbers(read: Read, numbers: Numbers): string | null {
  const kept = Object.entries(numbers).filter(([, value]) => (value ?? '') !== '');
  return kept.length === 0
    ? null
    : read.secrets.encrypt(read.actor.tenantId, JSON.stringify(Object.fromEntries(kept)));
}

export const openNumbers = (read: Read, sealed: string | null): Numbers =>
  sealed === null ? {} : (JSON.parse(read.secrets.decrypt(read.actor.tenantId, sealed)) as Numbers);
