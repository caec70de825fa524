import type { PostKind } from '#kernel/posts';

export type PolicyTemplate =
  | 'subtree'
  | 'subtree+own'
  | 'readers'
  | 'downward'
  | 'two-ended'
  | 'public'
  | 'system';

/** What a module says of itself in `module.ts`. */
export interface ModuleManifest {
  readonly name: string;
  /** Modules whose public face this one uses; checked against its imports. */
  readonly dependsOn: readonly string[];
  /** Every table of the module with its policy template; checked against the catalogue. */
  readonly tables: Readonly<Record<string, PolicyTemplate>>;
  /** Who has which permission by the post acted in. */
  readonly permissions: Readonly<Record<string, readonly (PostKind | 'member')[]>>;
}
