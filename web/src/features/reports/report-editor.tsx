import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useBlocker } from '@tanstack/react-router';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { Content, Finding, Report } from './queries.ts';
import { QuotedList } from './quoted-list.tsx';
import { Prose, SectionEditor } from './section-editor.tsx';
import type { Names } from './tokens.ts';

export interface Saved {
  readonly version: number;
  readonly findings: readonly Finding[];
  /** Titles of the sections without a word of the secretary's. */
  readonly empty: readonly string[];
}

export const emptySections = (content: Content): string[] =>
  content.sections.filter((one) => one.prose.trim() === '').map((one) => one.title);

interface ReportEditorProps {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly onSaved: (saved: Saved) => void;
  readonly onDirty: (dirty: boolean) => void;
}

const AFTER_MS = 1_200;

/** Saves by itself a moment after the last key, over the version it was based on. */
function useSaving({ report, onSaved, onDirty }: ReportEditorProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [state, setState] = useState<'saved' | 'waiting' | 'saving'>('saved');
  const version = useRef(report.version);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());

  const send = async (title: string, content: Content): Promise<void> => {
    setState('saving');
    try {
      const saved = await api.reports.save({
        reportId: report.reportId,
        basedOn: version.current,
        title,
        content,
        commandId: newCommandId(),
      });
      version.current = saved.version;
      setFailure(null);
      setState('saved');
      onDirty(false);
      onSaved({ ...saved, empty: emptySections(content) });
    } catch (error) {
      setFailure(readFailure(error));
      setState('waiting');
    }
  };
  const change = (title: string, content: Content): void => {
    onDirty(true);
    setState('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      running.current = running.current.then(() => send(title, content));
    }, AFTER_MS);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { change, failure, state };
}

/** The secretary's words between the facts, head by head. */
export function ReportEditor(props: ReportEditorProps): ReactNode {
  const { report, findings } = props;
  const [title, setTitle] = useState(report.title);
  const [content, setContent] = useState(report.content);
  const saving = useSaving(props);
  const names: Names = { figures: report.figures, quoted: content.quoted };
  useBlocker({
    shouldBlockFn: () =>
      saving.state !== 'saved' && !window.confirm('还有没保存的内容，确定离开吗？'),
    enableBeforeUnload: () => saving.state !== 'saved',
  });

  const change = (next: Partial<Content>): void => {
    const whole = { ...content, ...next };
    setContent(whole);
    saving.change(title, whole);
  };
  const shared = {
    reportId: report.reportId,
    names,
    onNoFigure: (place: string, reason: string) =>
      change({ noFigures: [...content.noFigures, { place, reason }] }),
    onQuoted: (one: Content['quoted'][number]) => change({ quoted: [...content.quoted, one] }),
  };
  return (
    <>
      <p className="report-state" role="status">
        {saving.state === 'saved'
          ? '已保存'
          : saving.state === 'saving'
            ? '正在保存…'
            : '有未保存的内容'}
        {findings.length === 0 ? '' : ` · ${findings.length} 处数字还没有来历`}
      </p>
      <FailureNote failure={saving.failure} />
      <Section title="标题">
        <Input.TextArea
          aria-label="标题"
          value={title}
          autoSize
          maxLength={120}
          onChange={(event) => {
            setTitle(event.target.value);
            saving.change(event.target.value, content);
          }}
        />
      </Section>
      <Section title="引言">
        <Prose
          {...shared}
          label="引言"
          value={content.opening}
          findings={findings.filter((one) => one.section === -1)}
          onChange={(opening) => change({ opening })}
        />
      </Section>
      {content.sections.map((section, index) => (
        <SectionEditor
          // Heads keep their order; their titles may change while one writes.
          key={index}
          {...shared}
          index={index}
          section={section}
          figures={report.figures}
          bodies={content.bodies}
          findings={findings.filter((one) => one.section === index)}
          onChange={(next) =>
            change({
              sections: content.sections.map((one, at) => (at === index ? next : one)),
            })
          }
        />
      ))}
      <Section title="结语">
        <Prose
          {...shared}
          label="结语"
          value={content.closing}
          findings={findings.filter((one) => one.section === -2)}
          onChange={(closing) => change({ closing })}
        />
      </Section>
      <QuotedList quoted={content.quoted} onChange={(quoted) => change({ quoted })} />
      {content.noFigures.length === 0 ? null : (
        <Section title="注明不是统计数字的">
          <ul className="no-figures">
            {content.noFigures.map((one) => (
              <li key={one.place}>
                <span>
                  “{one.place}”：{one.reason}
                </span>
                <Button
                  onClick={() =>
                    change({
                      noFigures: content.noFigures.filter((other) => other.place !== one.place),
                    })
                  }
                >
                  撤销
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
