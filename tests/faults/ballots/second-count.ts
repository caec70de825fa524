/**
 * A second counter, written from the rules alone: it imports nothing. Each paper is read aloud as a teller
 * would, strokes are made on a sheet, and the sheet is added up. What the product's counter finds has to be
 * the same for every election.
 */
export interface SecondPaper {
  /** For each name 'yes', 'no', 'abstain', or '' where nothing is marked. */
  readonly words: readonly string[];
  readonly others: readonly string[];
  readonly torn: boolean;
}

export interface SecondElection {
  readonly names: readonly string[];
  readonly seats: number;
  readonly present: number;
  readonly papers: readonly SecondPaper[];
}

export interface SecondResult {
  readonly valid: number;
  readonly invalid: number;
  /** `王建国 yes` → 12; names written in stand as `+李丁 yes`. */
  readonly strokes: Readonly<Record<string, number>>;
  readonly elected: readonly string[];
  readonly tied: readonly string[];
  readonly seatsInTie: number;
  readonly open: number;
}

/** Read aloud: what is called out for one paper, or null for one that is put aside. */
function called(election: SecondElection, paper: SecondPaper): string[] | null {
  if (paper.torn) return null;
  const strangers: string[] = [];
  for (const other of paper.others)
    if (!election.names.includes(other) && !strangers.includes(other)) strangers.push(other);
  let crosses = 0;
  let circles = 0;
  const calls: string[] = [];
  for (let at = 0; at < election.names.length; at += 1) {
    const word = paper.words[at] === '' ? 'abstain' : paper.words[at];
    if (word === 'yes') circles += 1;
    if (word === 'no') crosses += 1;
    calls.push(`${election.names[at]} ${word}`);
  }
  if (circles + strangers.length > election.seats) return null;
  // One who crosses nobody out may not put another in the place.
  if (strangers.length <= crosses) for (const other of strangers) calls.push(`+${other} yes`);
  return calls;
}

export function secondCount(election: SecondElection): SecondResult {
  const strokes: Record<string, number> = {};
  for (const name of election.names)
    for (const word of ['yes', 'no', 'abstain']) strokes[`${name} ${word}`] = 0;
  let valid = 0;
  let invalid = 0;
  for (const paper of election.papers) {
    const calls = called(election, paper);
    if (calls === null) {
      invalid += 1;
      continue;
    }
    valid += 1;
    for (const call of calls) strokes[call] = (strokes[call] ?? 0) + 1;
  }
  // More than half of those present: twice the votes are more than they are.
  const reached = Object.entries(strokes)
    .filter(([call, votes]) => call.endsWith(' yes') && votes * 2 > election.present)
    .map(([call, votes]) => ({ who: call.slice(0, -4), votes }));
  const elected: string[] = [];
  let tied: string[] = [];
  let seatsInTie = 0;
  for (let votes = election.present; votes > 0; votes -= 1) {
    const same = reached.filter((one) => one.votes === votes).map(({ who }) => who);
    const free = election.seats - elected.length;
    if (same.length === 0 || free === 0) continue;
    if (same.length > free) {
      tied = same;
      seatsInTie = free;
      break;
    }
    elected.push(...same);
  }
  return {
    valid,
    invalid,
    strokes,
    elected: elected.toSorted(),
    tied: tied.toSorted(),
    seatsInTie,
    open: election.seats - elected.length - seatsInTie,
  };
}
