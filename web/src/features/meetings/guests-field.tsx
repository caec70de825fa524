import { Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { MeetingDetail } from './queries.ts';
import type { RecordKeeper } from './record-keeper.ts';

interface GuestsFieldProps {
  readonly keeper: RecordKeeper;
  readonly detail: MeetingDetail;
}

/** 列席: outside 应到 and votes. People attached here stand in it; others are named. */
export function GuestsField({ keeper, detail }: GuestsFieldProps): ReactNode {
  const id = useId();
  const guests = detail.roll.filter((line) => line.part === 'guest');
  const [names, setNames] = useState<readonly string[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const shown = names ?? guests.map((line) => line.name);

  const save = async (next: readonly string[]): Promise<void> => {
    setNames(next);
    setFailure(null);
    try {
      await keeper.then(async (now) => {
        await api.meetings.setGuests({
          sittingId: now.sittingId,
          basedOn: now.sittingVersion,
          meetingId: now.meetingId,
          guests: [...new Set(next)].map((name) => {
            const known = now.roll.find((line) => line.part === 'guest' && line.name === name);
            return { personId: known?.personId ?? null, name, note: known?.note ?? '' };
          }),
          commandId: newCommandId(),
        });
        await keeper.renew();
      });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setNames(null);
    }
  };

  return (
    <div className="guests">
      <label htmlFor={id}>列席</label>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        value={[...shown]}
        tokenSeparators={['、', '，', ',', ' ', '；']}
        placeholder="姓名，用顿号隔开"
        onChange={(next: string[]) => void save(next.map((name) => name.trim()))}
      />
      {guests.some((line) => line.note !== '') ? (
        <p className="muted">
          {guests
            .filter((line) => line.note !== '')
            .map((line) => `${line.name}（${line.note}）`)
            .join('、')}
        </p>
      ) : null}
      <FailureNote failure={failure} />
    </div>
  );
}
