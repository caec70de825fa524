import { Button, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { api, readFailure, type Answer, type Api } from '../../api.ts';
import { Gate } from '../../app/gate.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { signInRoute } from './routes.ts';
import { shownNames } from './sign-in-names.ts';
import './sign-in.css';

type SignInSheet = Answer<Api['meetings']['checkInPage']>;
type Line = SignInSheet['names'][number];

/** Beyond this a thumb searches; then a few characters of the name are typed. */
const MANY = 12;

/** Behind the code on the wall: one's own name, confirmed. No place, no picture, no device is read. */
export function SignInPage(): ReactNode {
  const { code } = signInRoute.useParams();
  const query = useQuery({
    queryKey: ['meetings', 'check-in', code],
    queryFn: () => api.meetings.checkInPage({ code }),
    retry: false,
  });
  const failure = query.error === null ? null : readFailure(query.error);
  if (failure !== null) {
    return (
      <Gate title="会议签到">
        <FailureNote failure={failure} />
      </Gate>
    );
  }
  if (query.data === undefined) {
    return (
      <Gate title="会议签到">
        <p role="status">正在打开…</p>
      </Gate>
    );
  }
  return (
    <Gate
      title={`${query.data.title}签到`}
      lead={`${query.data.branch}　${chineseDate(query.data.heldOn)}`}
    >
      <Names code={code} sheet={query.data} />
    </Gate>
  );
}

function Names({ code, sheet }: { code: string; sheet: SignInSheet }): ReactNode {
  // Whoever is signed in on this phone need not look for the name; nobody has to be.
  const me = useQuery({
    queryKey: ['me', 'maybe'],
    queryFn: () => api.accounts.me({}).catch(() => null),
  });
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Line | null>(null);
  const [passed, setPassed] = useState(false);
  const [done, setDone] = useState<Line | null>(null);
  const field = useId();
  const tap = useAct({
    save: (line: Line, commandId) => api.meetings.tapCheckIn({ code, key: line.key, commandId }),
    savedWords: '已签到',
    onSaved: (_, line) => setDone(line),
  });
  const own = sheet.names.find((line) => line.key === me.data?.personId);
  const asked = chosen ?? (passed ? null : (own ?? null));

  if (done !== null) return <Signed line={done} />;
  if (asked !== null) {
    return asked.tapped ? (
      <Signed line={asked} other={() => (chosen === null ? setPassed(true) : setChosen(null))} />
    ) : (
      <div className="sign-in-own">
        <p className="sign-in-name">{asked.name}</p>
        <Button type="primary" size="large" block loading={tap.busy} onClick={() => tap.run(asked)}>
          我是{asked.name}，签到
        </Button>
        <Button
          block
          onClick={() => {
            setChosen(null);
            setPassed(true);
          }}
        >
          不是我
        </Button>
        <FailureNote failure={tap.failure} />
      </div>
    );
  }
  const names = shownNames(sheet.names, typed);
  return (
    <>
      {sheet.names.length <= MANY ? (
        <p className="sign-in-hint">请点自己的名字。</p>
      ) : (
        <div className="sign-in-hint">
          <label htmlFor={field}>请点自己的名字；名单较长，可以先写姓名</label>
          <Input
            id={field}
            value={typed}
            allowClear
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      )}
      {names.length === 0 ? (
        <p role="status">名单中没有这个名字。请向会议记录人说明到会。</p>
      ) : (
        <ul className="sign-in-names">
          {names.map((line) => (
            <li key={line.key}>
              <button type="button" className="plain-button post" onClick={() => setChosen(line)}>
                <strong>{line.name}</strong>
                {line.tapped ? <span>已签到</span> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Signed({ line, other }: { line: Line; other?: () => void }): ReactNode {
  return (
    <div className="sign-in-own" role="status">
      <p className="sign-in-name">{line.name}</p>
      <p>已签到。可以关闭这个页面了。</p>
      {other === undefined ? null : (
        <Button block onClick={other}>
          不是我
        </Button>
      )}
    </div>
  );
}
