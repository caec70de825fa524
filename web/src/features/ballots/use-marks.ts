import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { ballotQuery, type Ballot } from './queries.ts';

export interface Mark {
  readonly lineId: string;
  readonly present: boolean;
  readonly slip: 'paper' | 'code' | null;
}

export interface Marks {
  /** What is shown of a line: pressed just now, or as the server knows it. */
  readonly of: (line: Ballot['roll'][number]) => Mark;
  readonly set: (marks: readonly Mark[]) => void;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const MOST = 500;

/**
 * Presses on the board follow each other faster than answers come: they are shown at once, collected, and
 * sent together while none is under way. A refusal puts the lines back as they were.
 */
export function useMarks(ballot: Ballot): Marks {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<ReadonlyMap<string, Mark>>(new Map());
  const [sent, setSent] = useState<readonly Mark[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const { ballotId } = ballot;

  useEffect(() => {
    if (running.current || waiting.size === 0) return;
    running.current = true;
    const marks = [...waiting.values()].slice(0, MOST);
    setSent(marks);
    setWaiting(new Map([...waiting].filter(([id]) => marks.every(({ lineId }) => lineId !== id))));
    const send = async (): Promise<void> => {
      try {
        await api.ballots.issue({ ballotId, marks, commandId: newCommandId() });
        setFailure(null);
      } catch (error) {
        setFailure(readFailure(error));
      }
      await queries.invalidateQueries({ queryKey: ballotQuery(ballotId).queryKey });
      running.current = false;
      setSent([]);
    };
    void send();
  }, [waiting, sent, ballotId, queries]);

  const pressed = new Map([...sent.map((mark) => [mark.lineId, mark] as const), ...waiting]);
  return {
    of: (line) => pressed.get(line.lineId) ?? line,
    set: (marks) =>
      setWaiting((before) => new Map([...before, ...marks.map((m) => [m.lineId, m] as const)])),
    busy: sent.length > 0,
    failure,
  };
}
