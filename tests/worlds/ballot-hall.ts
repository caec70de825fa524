import type { FastifyInstance } from 'fastify';
import type { Id, PersonId } from '#kernel/ids';
import { plainDate } from '#kernel/plain-date';
import { unwrap, type Result } from '#kernel/result';
import type { Form, Threshold } from '#engines/ballot';
import type { Actor, Write } from '#platform/db';
import {
  ballotDetail,
  closeRound,
  countRound,
  createBallot,
  issueSlips,
  openRound,
  printCodes,
  setRoll,
  setTellers,
  tellerSlips,
  turnKeyBySlip,
  type BallotId,
  type Creating,
} from '#modules/ballots';
import type { Branch, World } from './world.ts';

export const HALF: Threshold = { of: 'present', over: [1, 2], inclusive: false };

export const nameList = (names: readonly string[]) =>
  names.map((name, at) => ({ key: `c${at + 1}`, name }));

/** What tests of ballots do over and over, as the secretary of a branch. */
export function ballotHall(world: World, branch: Branch = world.branch) {
  const secretary = (): Actor => branch.as('secretary');
  const attempt = <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
    world.db.write(actor, { commandId: null, action: 'test' }, work);
  const act = async <T>(work: (write: Write) => Promise<Result<T>>, actor = secretary()) =>
    unwrap(await attempt(work, actor));
  const look = async (ballotId: BallotId) => {
    const found = await world.db.read(secretary(), (read) => ballotDetail(read, { ballotId }));
    if (found === null) throw new Error('out of sight');
    return found;
  };
  const version = async (ballotId: BallotId): Promise<number> => (await look(ballotId)).version;

  const create = async (form: Form, more: Partial<Creating> = {}): Promise<BallotId> => {
    const made = await act((write) =>
      createBallot(write, {
        orgId: branch.orgId,
        title: '支部委员会选举',
        heldOn: plainDate('2026-03-02'),
        secrecy: 'statutory',
        onPersons: true,
        hasRoll: true,
        form: form as Creating['form'],
        threshold: { of: 'present', over: [1, 2], inclusive: false },
        onPaper: true,
        onScreen: true,
        rulesAdopted: '党员大会2026年3月2日通过的选举办法',
        upperConsent: '云委组〔2026〕3号',
        keepMonths: 12,
        ...more,
      }),
    );
    return made.ballotId;
  };

  /** Roll of everybody given, all present, with two tellers of other names. */
  const prepare = async (ballotId: BallotId, people: readonly (PersonId | string)[]) => {
    await act(async (write) =>
      setRoll(write, {
        ballotId,
        basedOn: await version(ballotId),
        lines: people.map((one, at) => ({
          personId: one.length === 36 ? (one as PersonId) : null,
          name: one.length === 36 ? `党员${at + 1}` : one,
          leftOut: '',
        })),
      }),
    );
    await act(async (write) =>
      setTellers(write, {
        ballotId,
        basedOn: await version(ballotId),
        tellers: [
          { role: 'supervisor', personId: null, name: '监票人甲' },
          { role: 'counter', personId: null, name: '计票人乙' },
        ],
      }),
    );
  };

  const codes = async (ballotId: BallotId, number: number) =>
    (
      await act(async (write) =>
        printCodes(
          write,
          { ballotId, basedOn: await version(ballotId), number },
          world.clock.random,
        ),
      )
    ).slips.map(({ code }) => code);

  /** Marks lines of the roll as present, with a slip of the kind given (null: none). */
  const issue = async (
    ballotId: BallotId,
    kinds: readonly ('paper' | 'code' | null)[],
    from = 0,
  ) => {
    const { roll } = await look(ballotId);
    await act((write) =>
      issueSlips(write, {
        ballotId,
        marks: kinds.flatMap((slip, at) => {
          const line = roll[from + at];
          return line === undefined
            ? []
            : [{ lineId: line.lineId as Id<'RollLine'>, present: true, slip }];
        }),
      }),
    );
  };

  const open = (ballotId: BallotId) =>
    act(async (write) => openRound(write, { ballotId, basedOn: await version(ballotId) }));
  const close = (ballotId: BallotId, codesLeft: number, reason = '') =>
    act(async (write) =>
      closeRound(write, { ballotId, basedOn: await version(ballotId), codesLeft, reason }),
    );
  /** Both tellers turn the key by slips of their own. */
  const unlock = async (ballotId: BallotId) => {
    const { slips } = await act(async (write) =>
      tellerSlips(write, { ballotId, basedOn: await version(ballotId) }, world.clock.random),
    );
    for (const { code } of slips) await act((write) => turnKeyBySlip(write, { ballotId, code }));
  };
  const count = async (ballotId: BallotId) => {
    await act(async (write) => countRound(write, { ballotId, basedOn: await version(ballotId) }));
    return (await look(ballotId)).rounds.at(-1)?.result ?? null;
  };
  return {
    act,
    attempt,
    close,
    codes,
    count,
    create,
    issue,
    look,
    open,
    prepare,
    secretary,
    unlock,
    version,
  };
}

export type BallotHall = ReturnType<typeof ballotHall>;

/** The booth as a phone sees it: `fields` as a form posts them. */
export async function booth(
  app: FastifyInstance,
  step: 'paper' | 'look' | 'cast',
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; text: string; headers: Readonly<Record<string, unknown>> }> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  const response = await app.inject({
    method: 'POST',
    url: `/t/${step}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: body.toString(),
  });
  return { status: response.statusCode, text: response.body, headers: response.headers };
}
