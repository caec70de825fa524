import type { OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import { takeFile, type FileId, type Write } from '#platform/db';
import { checkAct, type OrgAct } from '../rules/acts.ts';
import type { Sector } from '../rules/kinds.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { insertAct } from '../store/acts.ts';
import type { OrgPlace } from '../store/place.ts';

/** The paper an act rests on. `approvedOn` is the act's own day where nobody gave it. */
export interface ActPapers {
  readonly on: PlainDate;
  readonly approvedBy: string;
  readonly approvalPaper: string;
  readonly approvedOn?: PlainDate | undefined;
  readonly appliedOn?: PlainDate | undefined;
  readonly approverIsTownshipOrHigher?: boolean | undefined;
  readonly exception?: string | undefined;
  readonly note?: string | undefined;
  /** Scan of the approval, an upload nothing else owns. */
  readonly scanFileId?: FileId | undefined;
}

/** Days, papers and what stands in the way (`checkAct`). */
export const checkPapers = (
  write: Write,
  act: OrgAct,
  sector: Sector,
  papers: ActPapers,
  left: { readonly members?: number; readonly children?: number; readonly others?: number } = {},
): Result<readonly Advice[]> =>
  checkAct(
    {
      act,
      sector,
      today: write.today,
      happenedOn: papers.on,
      appliedOn: papers.appliedOn ?? null,
      approvedOn: papers.approvedOn ?? papers.on,
      approvedBy: papers.approvedBy,
      approvalPaper: papers.approvalPaper,
      approverIsTownshipOrHigher: papers.approverIsTownshipOrHigher ?? true,
      membersLeft: left.members ?? 0,
      childrenLeft: left.children ?? 0,
      others: left.others ?? 0,
    },
    DEFAULT_ORG_SETTINGS,
  );

/** The register's entry and the audit's, the same for every act on the tree. Refused where the scan is not there. */
export async function recordAct(
  write: Write,
  act: OrgAct,
  place: OrgPlace,
  papers: ActPapers,
  more: {
    readonly advice?: readonly Advice[];
    readonly others?: readonly OrgId[];
    readonly fields?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<Result<null>> {
  const { scanFileId: fileId = null } = papers;
  if (fileId !== null) {
    // One paper may approve several acts, and an act may be entered for several bodies.
    const taken = await takeFile(write, fileId, `organisations:${papers.approvalPaper}`, place);
    if (!taken.ok) return taken;
  }
  await insertAct(write, place, {
    act,
    ...papers,
    fileId,
    approvedOn: papers.approvedOn ?? papers.on,
    appliedOn: papers.appliedOn ?? null,
    exception: papers.exception ?? '',
    note: papers.note ?? '',
    advice: more.advice ?? [],
    others: more.others ?? [],
  });
  await write.audit({
    action: `organisations.${act}`,
    objectKind: 'organisation',
    objectId: place.orgId,
    place,
    fields: { on: papers.on, approvalPaper: papers.approvalPaper, ...more.fields },
    ...((papers.exception ?? '') === '' ? {} : { reason: papers.exception }),
  });
  return ok(null);
}
