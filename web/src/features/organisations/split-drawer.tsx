import { Form, Input, Radio, Select, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sentenceOf } from '#contract/refusals';
import type { PersonId } from '#kernel/ids';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useToday } from '../../app/today.ts';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ActFields, actInput, type ActValues } from './act-fields.tsx';
import type { ActDrawerProps } from './act-drawers.tsx';
import { splitQuery, type SplitProposal } from './queries.ts';

type Old = 'stays' | 'general_branch' | 'revoked';

interface Values extends ActValues {
  readonly old: Old;
  readonly parts: readonly { readonly name: string; readonly shortName: string }[];
}

const KEEPS = { unit: '单位', group: '党小组', person: '人' } as const;

/** Which part each member is in: 0 stays, from 1 on the new branches. */
type Places = ReadonlyMap<PersonId, number>;

function proposedPlaces(proposal: SplitProposal, old: Old): Places {
  const places = new Map<PersonId, number>();
  for (const [part, people] of proposal.parts.entries()) {
    for (const person of people) places.set(person, old === 'stays' ? part : part + 1);
  }
  return places;
}

const whyNone = ({ refusal }: SplitProposal): string => {
  const why = refusal === null ? undefined : sentenceOf(refusal.code)?.why(refusal.params);
  return why === undefined ? '' : `${why}。`;
};

/** 拆分: a proposal of balanced parts, which may be changed by hand before it is done. */
export function SplitDrawer(props: ActDrawerProps): ReactNode {
  const query = useQuery(splitQuery(props.org.organisation.orgId));
  if (query.data !== undefined) return <SplitForm {...props} proposal={query.data} />;
  return query.error === null ? (
    <Skeleton active={false} aria-label="正在读取" />
  ) : (
    <Fault error={query.error} retry={() => query.refetch()} />
  );
}

function SplitForm({
  org,
  open,
  onClose,
  onSaved,
  proposal,
}: ActDrawerProps & { readonly proposal: SplitProposal }): ReactNode {
  const today = useToday();
  const { organisation } = org;
  const [old, setOld] = useState<Old>('stays');
  const [places, setPlaces] = useState<Places>(() => proposedPlaces(proposal, 'stays'));
  const parts = Math.max(1, proposal.parts.length - (old === 'stays' ? 1 : 0));
  const inPart = (part: number) =>
    proposal.members.filter((one) => (places.get(one.personId) ?? 0) === part);
  const put = (person: PersonId, part: number): void =>
    setPlaces(new Map(places).set(person, part));

  return (
    <FormDrawer<Values, Awaited<ReturnType<typeof api.organisations.split>>>
      title={`拆分：${organisation.name}`}
      open={open}
      onClose={onClose}
      onSaved={onSaved}
      savedWords="已拆分"
      width={760}
      initial={{ on: today, old, parts: [] }}
      lead={
        proposal.keeps === null
          ? `${whyNone(proposal)}系统不提出分组建议，可以自行编组。`
          : `共${proposal.members.length}名党员，建议按${KEEPS[proposal.keeps]}编成${proposal.parts.length}个党支部；可以逐人调整。`
      }
      save={(values, commandId) =>
        api.organisations.split({
          orgId: organisation.orgId,
          old: values.old,
          parts: values.parts.map((part, index) => ({
            ...part,
            personIds: inPart(index + 1).map((one) => one.personId),
          })),
          ...actInput(values),
          commandId,
        })
      }
    >
      <Field name="old" label="原党支部">
        <Radio.Group
          options={[
            { value: 'stays', label: '保留，部分党员编入新支部' },
            { value: 'general_branch', label: '改设为党总支部，下设新支部' },
            { value: 'revoked', label: '撤销，全部编入新支部' },
          ]}
          onChange={(event) => {
            const next = event.target.value as Old;
            setOld(next);
            setPlaces(proposedPlaces(proposal, next));
          }}
        />
      </Field>
      {Array.from({ length: parts }, (_, index) => (
        <div key={index} className="pair">
          <Field
            name={['parts', index, 'name']}
            label={`新支部${index + 1}全称（${inPart(index + 1).length}人）`}
            required
          >
            <Input maxLength={60} />
          </Field>
          <Field name={['parts', index, 'shortName']} label="简称" required>
            <Input maxLength={30} />
          </Field>
        </div>
      ))}
      <Form.Item
        label={`编入哪里${old === 'stays' ? `（留在原支部 ${inPart(0).length} 人）` : ''}`}
      >
        <div className="split-members">
          {proposal.members.map((one) => (
            <div key={one.personId} className="split-member">
              <span>
                {one.name}
                <span className="muted">
                  {' '}
                  {[one.full ? '' : '预备', one.unit, one.group]
                    .filter((w) => w !== '')
                    .join(' · ')}
                </span>
              </span>
              <Select
                aria-label={`${one.name}编入`}
                value={places.get(one.personId) ?? 0}
                options={[
                  { value: 0, label: old === 'stays' ? '留在原支部' : '还没有编入' },
                  ...Array.from({ length: parts }, (_, index) => ({
                    value: index + 1,
                    label: `新支部${index + 1}`,
                  })),
                ]}
                onChange={(part: number) => put(one.personId, part)}
              />
            </div>
          ))}
        </div>
      </Form.Item>
      <ActFields what="拆分" />
    </FormDrawer>
  );
}
