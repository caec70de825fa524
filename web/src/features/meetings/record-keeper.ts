import type { CommandId } from '#kernel/ids';
import type { Failure } from '../../api.ts';
import { merge, type Clash } from './merge.ts';
import { formOf, payloadOf, type MinutesForm, type Ready } from './minutes-form.ts';
import type { MeetingDetail, Presence, RollLine } from './queries.ts';

export type Sent = NonNullable<RollLine['sent']>;

export interface Mark {
  readonly state: Presence;
  readonly reason: string;
  readonly away: readonly number[];
  /** 送学 to somebody who was not there. */
  readonly sent?: Sent | null;
}

/** A mark on its way; `only`: for this meeting of the sitting alone. */
export interface PendingMark extends Mark {
  readonly key: string;
  readonly only: boolean;
}

export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' | 'unreachable' }
  | { readonly state: 'unfinished'; readonly sentence: string }
  | { readonly state: 'refused'; readonly failure: Failure };

export interface RecordSnapshot {
  readonly detail: MeetingDetail;
  readonly form: MinutesForm;
  readonly pending: ReadonlyMap<string, PendingMark>;
  readonly saving: Saving;
  /** Somebody else wrote here meanwhile; what both changed stands in `clashes`. */
  readonly joined: boolean;
  readonly clashes: readonly Clash[];
}

type Payload = Extract<Ready, { ok: true }>['payload'];

/** The writes and the read a record needs; each may throw what the API throws. */
export interface RecordPort {
  load(): Promise<MeetingDetail>;
  saveMinutes(payload: Payload, basedOn: number, commandId: CommandId): Promise<unknown>;
  setPresence(
    marks: readonly PendingMark[],
    only: boolean,
    basedOn: number,
    commandId: CommandId,
  ): Promise<unknown>;
  newCommandId(): CommandId;
  readFailure(error: unknown): Failure;
  /** Keeps what is not saved yet over a reload of the page; null removes it. */
  stash(text: string | null): void;
  stashed(): string | null;
  later(work: () => void, milliseconds: number): () => void;
}

interface Stash {
  readonly version: number;
  readonly base: MinutesForm;
  readonly form: MinutesForm;
}

const PAUSE = { words: 1_200, marks: 400, again: 5_000 };
const CHANGED = 'common.changed_meanwhile';

const isStash = (value: unknown): value is Stash =>
  typeof value === 'object' && value !== null && 'version' in value && 'form' in value;

function readStash(text: string | null): Stash | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isStash(value) ? value : null;
  } catch {
    return null;
  }
}

/** The same items under the same names on the page, so that writing on goes undisturbed. */
const namedLike = (form: MinutesForm, like: MinutesForm): MinutesForm => ({
  ...form,
  items: form.items.map((item, index) => ({
    ...item,
    key: like.items[index]?.key ?? `other-${index}-${item.title}`,
  })),
});

/**
 * Keeps one record while it is being written: saves by itself after a pause, one write after the other,
 * keeps unsaved words over a reload, joins what somebody else saved meanwhile.
 */
export class RecordKeeper {
  readonly #port: RecordPort;
  readonly #readers = new Set<() => void>();
  #snapshot: RecordSnapshot;
  #base: MinutesForm;
  #chain: Promise<void> = Promise.resolve();
  #cancel: () => void = () => undefined;
  #sent: { readonly form: MinutesForm; readonly id: CommandId } | null = null;

  constructor(detail: MeetingDetail, port: RecordPort) {
    this.#port = port;
    this.#base = formOf(detail);
    this.#snapshot = {
      detail,
      form: this.#base,
      pending: new Map(),
      saving: { state: 'saved' },
      joined: false,
      clashes: [],
    };
    const stash = readStash(port.stashed());
    if (stash === null) return;
    if (stash.version === detail.version) this.#set({ form: stash.form });
    else this.#join(stash.base, stash.form, detail);
    this.#set({ saving: { state: 'waiting' } });
    this.#schedule(PAUSE.words);
  }

  readonly subscribe = (reader: () => void): (() => void) => {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  };
  readonly read = (): RecordSnapshot => this.#snapshot;

  /** Changes the minutes; they are saved after a pause. */
  change(update: (form: MinutesForm) => MinutesForm): void {
    const form = update(this.#snapshot.form);
    this.#set({ form, saving: { state: 'waiting' } });
    const stash: Stash = { version: this.#snapshot.detail.version, base: this.#base, form };
    this.#port.stash(JSON.stringify(stash));
    this.#schedule(PAUSE.words);
  }

  /** Marks presence; shown at once, saved after a short pause. */
  mark(marks: readonly PendingMark[]): void {
    const pending = new Map(this.#snapshot.pending);
    for (const mark of marks) pending.set(mark.key, mark);
    this.#set({ pending, saving: { state: 'waiting' } });
    this.#schedule(PAUSE.marks);
  }

  /** What stands for somebody now, saved or on its way. */
  markOf(line: RollLine): Mark {
    return this.#snapshot.pending.get(line.key) ?? line;
  }

  /** Saves what is not saved yet; true when all is. */
  async flush(): Promise<boolean> {
    await this.then(() => Promise.resolve());
    return this.#snapshot.saving.state === 'saved';
  }

  /** Another write in its turn, after what is written is saved; the record is then read anew. */
  async then(work: (detail: MeetingDetail) => Promise<unknown>): Promise<void> {
    this.#cancel();
    const run = async (): Promise<void> => {
      await this.#save();
      await work(this.#snapshot.detail);
    };
    const turn = this.#chain.then(run);
    this.#chain = turn.catch(() => undefined);
    await turn;
  }

  /** Reads the record anew, after another write. */
  async renew(): Promise<void> {
    this.#adopt(await this.#port.load());
  }

  seen(): void {
    this.#set({ joined: false, clashes: [] });
  }

  #set(part: Partial<RecordSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const reader of this.#readers) reader();
  }

  #schedule(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#port.later(() => void this.flush(), milliseconds);
  }

  #join(base: MinutesForm, mine: MinutesForm, detail: MeetingDetail): void {
    const theirs = namedLike(formOf(detail), mine);
    const { value, clashes } = merge(namedLike(base, mine), mine, theirs);
    this.#base = theirs;
    this.#set({ detail, form: value, joined: true, clashes });
  }

  #adopt(fresh: MeetingDetail): void {
    const { detail, form } = this.#snapshot;
    const theirs = namedLike(formOf(fresh), this.#base);
    const changed = fresh.version !== detail.version && !sameWords(theirs, this.#base);
    if (changed && form !== this.#base) this.#join(this.#base, form, fresh);
    else if (changed) {
      this.#base = theirs;
      this.#set({ detail: fresh, form: theirs });
    } else this.#set({ detail: fresh });
  }

  async #save(): Promise<void> {
    const { form, pending } = this.#snapshot;
    if (form === this.#base && pending.size === 0) return;
    this.#set({ saving: { state: 'saving' } });
    try {
      const unfinished = await this.#saveWords();
      await this.#saveMarks();
      await this.renew();
      const left = this.#snapshot.form !== this.#base || this.#snapshot.pending.size > 0;
      if (unfinished !== null) this.#set({ saving: { state: 'unfinished', sentence: unfinished } });
      else if (left) this.#waitOn(PAUSE.words);
      else {
        this.#port.stash(null);
        this.#set({ saving: { state: 'saved' } });
      }
    } catch (error) {
      const failure = this.#port.readFailure(error);
      if (failure.kind === 'fault') {
        this.#set({ saving: { state: 'unreachable' } });
        this.#schedule(PAUSE.again);
      } else this.#set({ saving: { state: 'refused', failure } });
    }
  }

  #waitOn(milliseconds: number): void {
    this.#set({ saving: { state: 'waiting' } });
    this.#schedule(milliseconds);
  }

  /** A sentence where the words cannot be saved yet. */
  async #saveWords(): Promise<string | null> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { form, detail } = this.#snapshot;
      if (form === this.#base) return null;
      const ready = payloadOf(form);
      if (!ready.ok) return ready.sentence;
      if (this.#sent?.form !== form) this.#sent = { form, id: this.#port.newCommandId() };
      try {
        await this.#port.saveMinutes(ready.payload, detail.version, this.#sent.id);
        this.#base = form;
        await this.renew();
        return null;
      } catch (error) {
        if (!this.#isChanged(error) || attempt === 2) throw error;
        this.#join(this.#base, form, await this.#port.load());
      }
    }
    return null;
  }

  async #saveMarks(): Promise<void> {
    for (const only of [false, true]) {
      const marks = [...this.#snapshot.pending.values()].filter((mark) => mark.only === only);
      if (marks.length === 0) continue;
      for (let attempt = 0; attempt < 3; attempt += 1) {
        try {
          const { sittingVersion } = this.#snapshot.detail;
          await this.#port.setPresence(marks, only, sittingVersion, this.#port.newCommandId());
          break;
        } catch (error) {
          if (!this.#isChanged(error) || attempt === 2) throw error;
          await this.renew();
        }
      }
      await this.renew();
      const pending = new Map(this.#snapshot.pending);
      for (const mark of marks) if (pending.get(mark.key) === mark) pending.delete(mark.key);
      this.#set({ pending });
    }
  }

  #isChanged(error: unknown): boolean {
    const failure = this.#port.readFailure(error);
    return failure.kind === 'refused' && failure.refusal.code === CHANGED;
  }
}

/** The server tidies the ends of lines; that is no change by somebody. */
const words = (form: MinutesForm): string =>
  JSON.stringify(form, (name: string, value: unknown) =>
    name === 'key' ? undefined : typeof value === 'string' ? value.trim() : value,
  );
const sameWords = (a: MinutesForm, b: MinutesForm): boolean => words(a) === words(b);
