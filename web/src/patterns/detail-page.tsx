import { Skeleton } from 'antd';
import { useId, type ReactNode } from 'react';
import { Fault } from '../app/fault.tsx';
import { ActionButton, type Action } from './action-button.tsx';
import type { Loaded } from './list-page.tsx';
import { Page, type PageProps } from './page.tsx';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

export interface DetailView {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The header: what one must know before reading on, six at most. */
  readonly facts?: readonly Fact[];
  readonly actions?: readonly Action[];
  /** `Section`s, in the order in which one reads. */
  readonly sections: ReactNode;
}

export interface DetailPageProps<T> {
  readonly back?: PageProps['back'];
  readonly query: Loaded<T>;
  /** What to call the page while it loads. */
  readonly name: string;
  readonly show: (value: T) => DetailView;
}

/** One thing on one page: header facts, acts with their reasons, sections in reading order. */
export function DetailPage<T>({ back, query, name, show }: DetailPageProps<T>): ReactNode {
  if (query.data === undefined) {
    return (
      <Page title={name} back={back}>
        {query.error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )}
      </Page>
    );
  }
  const view = show(query.data);
  return (
    <Page
      title={view.title}
      lead={view.lead}
      back={back}
      actions={view.actions?.map((action) => (
        <ActionButton key={action.label} {...action} />
      ))}
    >
      {view.facts === undefined ? null : <Facts facts={view.facts} />}
      {view.sections}
    </Page>
  );
}

/** Labelled values side by side. */
export function Facts({ facts }: { facts: readonly Fact[] }): ReactNode {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, note, actions, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </div>
      {note === undefined ? null : <p className="section-note">{note}</p>}
      {children}
    </section>
  );
}
