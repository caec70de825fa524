import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { sql } from '#platform/db';

/** Which organisations' own rows: some, or everything at or below a place. */
export type Asked = { readonly orgIds: readonly OrgId[] } | { readonly path: OrgPath };

/** Rows of the organisations asked for; one array, so that no list is too long. */
export const ofOrgs = (asked: Asked) =>
  'path' in asked
    ? sql<boolean>`(org_path >= ${asked.path} and org_path < ${`${asked.path}~`})`
    : sql<boolean>`org_id = any(${[...asked.orgIds]}::uuid[])`;

/** Rows that stood at an instant, or stand now (null). */
export const known = (knownAt: Date | null) =>
  knownAt === null
    ? sql<boolean>`superseded_at is null`
    : sql<boolean>`(entered_at <= ${knownAt} and (superseded_at is null or superseded_at > ${knownAt}))`;
