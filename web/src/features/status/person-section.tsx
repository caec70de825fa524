import { Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { STATUS_KINDS } from '#contract/status';
import type { PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { BeginDrawer } from './begin-drawer.tsx';
import { LostDrawer } from './lost-drawers.tsx';
import { ownQuery, personQuery, renewStatus, type PersonStatus } from './queries.ts';
import { caseRoute, lostRoute } from './routes.ts';
import './status.css';

type Act = 'begin' | 'lost' | 'death' | 'takeBack';
type Outcome = PersonStatus['outcomes'][number];

const outcomeText = (one: Outcome): string =>
  [
    `${chineseDate(one.on)} ${one.conclusion}`,
    one.until === null ? '' : `至${chineseDate(one.until)}`,
    one.paper,
  ]
    .filter((part) => part !== '')
    .join('，');

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }): ReactNode {
  return (
    <ul className="status-list">
      {outcomes.map((one) => (
        <li key={`${one.on} ${one.conclusion}`}>{outcomeText(one)}</li>
      ))}
    </ul>
  );
}

/** 党籍和权利 on a person's page: in words for whoever reads the file, acts for the handling posts. */
export function PersonStatusSection({
  personId,
  name,
}: {
  personId: PersonId;
  name: string;
}): ReactNode {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const query = useQuery(personQuery(personId));
  const [act, setAct] = useState<Act | null>(null);
  const found = query.data;
  if (found === undefined) return null;
  const can = (what: string): Can => found.can[what] ?? { code: 'common.not_allowed', params: {} };
  const person = { id: personId, label: name };
  const drawer = { onClose: () => setAct(null), onSaved: () => void renewStatus(queries) };
  const handles = found.can['begin'] === true;
  return (
    <Section
      title="党籍和权利"
      actions={
        <span className="status-acts">
          {handles && found.lost === null ? (
            <ActionButton label="登记失联" can={can('lost')} run={() => setAct('lost')} />
          ) : null}
          {handles ? (
            <ActionButton label="组织处置" can={can('begin')} run={() => setAct('begin')} />
          ) : null}
          {found.can['death'] === true ? (
            <ActionButton label="登记去世" can={can('death')} run={() => setAct('death')} />
          ) : null}
          {found.can['takeBackDeath'] === true ? (
            <ActionButton
              label="撤销误登的去世"
              can={can('takeBackDeath')}
              run={() => setAct('takeBack')}
            />
          ) : null}
        </span>
      }
    >
      <dl className="file-fields">
        <div>
          <dt className="muted">党员权利</dt>
          <dd>{found.rights}</dd>
        </div>
        {found.clock === null ? null : (
          <div>
            <dt className="muted">联系情况</dt>
            <dd>
              {found.clock}
              {found.lost === null ? null : (
                <>
                  {' '}
                  <Link
                    className="status-link"
                    to={lostRoute.to}
                    search={{ lostId: found.lost.lostId }}
                  >
                    记查找
                  </Link>
                </>
              )}
            </dd>
          </div>
        )}
        {found.outcomes.length === 0 ? null : (
          <div>
            <dt className="muted">处理结论</dt>
            <dd>
              <Outcomes outcomes={found.outcomes} />
            </dd>
          </div>
        )}
        {found.cases.filter((one) => !one.ended).length === 0 ? null : (
          <div>
            <dt className="muted">正在办理</dt>
            <dd>
              {found.cases
                .filter((one) => !one.ended)
                .map((one) => (
                  <Link
                    key={one.caseId}
                    className="status-link"
                    to={caseRoute.to}
                    search={{ caseId: one.caseId }}
                  >
                    {STATUS_KINDS[one.kind]}（{one.stateName}）
                  </Link>
                ))}
            </dd>
          </div>
        )}
      </dl>
      <BeginDrawer
        open={act === 'begin'}
        person={person}
        onClose={drawer.onClose}
        onSaved={(caseId) => {
          drawer.onSaved();
          void navigate({ to: caseRoute.to, search: { caseId } });
        }}
      />
      {act === 'lost' ? (
        <LostDrawer person={person} lastContact={found.lastContact} {...drawer} />
      ) : null}
      {act === 'death' || act === 'takeBack' ? (
        <DeathDrawer personId={personId} name={name} back={act === 'takeBack'} {...drawer} />
      ) : null}
    </Section>
  );
}

interface Death {
  readonly on: PlainDate;
  readonly paper?: string;
}

function DeathDrawer({
  personId,
  name,
  back,
  onClose,
  onSaved,
}: {
  personId: PersonId;
  name: string;
  back: boolean;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const today = useToday();
  return (
    <FormDrawer<Death, unknown>
      title={back ? `撤销误登的去世：${name}` : `登记去世：${name}`}
      open
      onClose={onClose}
      saveLabel={back ? '撤销' : '登记'}
      lead={
        back
          ? '填写误登的日期。党籍、职务和参加组织生活的关系恢复到登记以前。'
          : '从这一天起不再计入应到、党费和各项提醒，正在办理的事项随之终止；党员信息和历史记录保留。误登的可以撤销。'
      }
      initial={{ on: today }}
      save={({ on, paper }, commandId) =>
        back
          ? api.status.takeBackDeath({ personId, on, commandId })
          : api.status.recordDeath({ personId, on, paper: paper ?? '', commandId })
      }
      onSaved={onSaved}
    >
      <Field name="on" label={back ? '误登的日期' : '去世日期'} required>
        <DateField />
      </Field>
      {back ? null : (
        <Field name="paper" label="证明材料（可不填）">
          <Input maxLength={80} />
        </Field>
      )}
    </FormDrawer>
  );
}

/** The member's own rights and conclusions; nothing is shown where there is nothing but 正常. */
export function OwnStatusSection(): ReactNode {
  const found = useQuery(ownQuery).data;
  if (found === undefined || (found.outcomes.length === 0 && found.rights === '正常')) return null;
  return (
    <Section title="党员权利">
      <p>{found.rights}</p>
      {found.outcomes.length === 0 ? null : <Outcomes outcomes={found.outcomes} />}
    </Section>
  );
}
