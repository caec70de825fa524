import { withClient } from '#platform/postgres';

/**
 * Fresh statistics after much was written at once: until PostgreSQL gathers them by itself, minutes later,
 * it plans for empty tables, and a page of a full county can take minutes.
 */
export const freshStatistics = async (ownerUrl: string): Promise<void> => {
  await withClient(ownerUrl, (owner) => owner.query('analyze'));
};
