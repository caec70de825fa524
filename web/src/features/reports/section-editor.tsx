import { Button, Checkbox, Drawer, Input } from 'antd';
import { useRef, useState, type ComponentRef, type ReactNode } from 'react';
import { Section } from '../../patterns/detail-page.tsx';
import { Figure as FigureButton } from '../../patterns/figure.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { FindingList } from './finding-list.tsx';
import type { Content, Figure, Finding } from './queries.ts';
import { FigureRows } from './rows-list.tsx';
import { kept, previewOf, shown, type Names } from './tokens.ts';

interface Shared {
  readonly reportId: string;
  readonly names: Names;
  readonly onNoFigure: (place: string, reason: string) => void;
  readonly onQuoted: (one: Content['quoted'][number]) => void;
}

interface ProseProps extends Shared {
  readonly label: string;
  readonly value: string;
  readonly findings: readonly Finding[];
  /** Figures offered as chips; all others by the list of each finding. */
  readonly chips?: readonly Figure[];
  readonly onChange: (prose: string) => void;
}

/** Words with figures placed by name; below stands how it will read. */
export function Prose(props: ProseProps): ReactNode {
  const { label, value, findings, names, chips = [], onChange, reportId } = props;
  const area = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const place = (token: string): void => {
    const text = shown(value, names);
    const box = area.current?.resizableTextArea?.textArea;
    const at = box?.selectionStart ?? text.length;
    onChange(kept(`${text.slice(0, at)}〔${token}〕${text.slice(at)}`, names));
    window.setTimeout(() => {
      box?.focus();
      box?.setSelectionRange(at + token.length + 2, at + token.length + 2);
    }, 0);
  };
  return (
    <div className="prose">
      {chips.length === 0 && names.quoted.length === 0 ? null : (
        <div className="chips" role="group" aria-label={`${label}：放入数字`}>
          <span className="muted">放入数字</span>
          {chips.map((figure) => (
            <Button key={figure.indicator} size="small" onClick={() => place(figure.name)}>
              {figure.name} {figure.text}
              {figure.unit}
            </Button>
          ))}
          {names.quoted.map((one) => (
            <Button key={one.id} size="small" onClick={() => place(`引用:${one.name}`)}>
              引用：{one.name} {one.value}
              {one.unit}
            </Button>
          ))}
        </div>
      )}
      <Input.TextArea
        ref={area}
        aria-label={label}
        value={shown(value, names)}
        autoSize={{ minRows: 3 }}
        maxLength={20_000}
        onChange={(event) => onChange(kept(event.target.value, names))}
      />
      <FindingList
        {...props}
        findings={findings}
        onReplace={(finding, token) => {
          const at = value.indexOf(finding.text);
          if (at === -1) return;
          onChange(`${value.slice(0, at)}${token}${value.slice(at + finding.text.length)}`);
        }}
      />
      {value.trim() === '' || !value.includes('{{') ? null : (
        <div className="prose-preview" aria-label={`${label}：读起来是`}>
          {previewOf(value, names).map((piece, index) =>
            piece.kind === 'figure' ? (
              <FigureButton
                key={index}
                name={piece.name}
                value={piece.text}
                records={() => (
                  <FigureRows reportId={reportId} indicator={piece.indicator} body={piece.body} />
                )}
              />
            ) : (
              <span key={index}>
                {piece.text}
                {piece.kind === 'quoted' ? `（据${piece.document}）` : ''}
              </span>
            ),
          )}
        </div>
      )}
    </div>
  );
}

interface SectionEditorProps extends Shared {
  readonly index: number;
  readonly section: Content['sections'][number];
  readonly figures: readonly Figure[];
  readonly bodies: Content['bodies'];
  readonly findings: readonly Finding[];
  readonly onChange: (section: Content['sections'][number]) => void;
}

const NUMBERS = '一二三四五六七八九十';

/** One head: the facts block beside the words. */
export function SectionEditor(props: SectionEditorProps): ReactNode {
  const { index, section, figures, bodies, onChange, reportId } = props;
  const narrow = useNarrow();
  const [choosing, setChoosing] = useState(false);
  const own = section.figures.flatMap((id) => figures.find((one) => one.indicator === id) ?? []);
  const toggle = (id: string, on: boolean): void =>
    onChange({
      ...section,
      figures: on ? [...section.figures, id] : section.figures.filter((one) => one !== id),
    });
  return (
    <Section title={`${NUMBERS[index] ?? ''}、${section.title}`}>
      <div className="section-editor">
        <Prose
          {...props}
          label={section.title}
          value={section.prose}
          chips={own}
          onChange={(prose) => onChange({ ...section, prose })}
        />
        <aside className="facts-block" aria-label={`${section.title}：数据`}>
          <table>
            {bodies.length > 1 && own.length > 0 ? (
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  {bodies.map((body) => (
                    <th scope="col" key={`${body.orgId} ${body.from}`}>
                      {body.name}
                    </th>
                  ))}
                  <th scope="col">合计</th>
                </tr>
              </thead>
            ) : null}
            <tbody>
              {own.map((figure) => (
                <tr key={figure.indicator}>
                  <th scope="row">{figure.name}</th>
                  {bodies.length > 1
                    ? figure.bodies.map((body, at) => (
                        <td key={at}>
                          {body.rows === 0 ? (
                            <span className="muted">—</span>
                          ) : (
                            <FigureButton
                              name={`${figure.name}（${bodies[at]?.name ?? ''}）`}
                              value={body.text}
                              records={() => (
                                <FigureRows
                                  reportId={reportId}
                                  indicator={figure.indicator}
                                  body={at}
                                />
                              )}
                            />
                          )}
                        </td>
                      ))
                    : null}
                  <td>
                    <FigureButton
                      name={figure.name}
                      value={figure.text}
                      unit={figure.unit}
                      records={() => (
                        <FigureRows reportId={reportId} indicator={figure.indicator} />
                      )}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {own.length === 0 ? <p className="muted">这一部分没有数据。</p> : null}
          <Button onClick={() => setChoosing(true)}>选择数据</Button>
        </aside>
      </div>
      <Drawer
        title={`${section.title}：选择数据`}
        open={choosing}
        onClose={() => setChoosing(false)}
        size={narrow ? '100%' : 560}
      >
        <div className="choose-figures">
          <label>
            标题
            <Input
              value={section.title}
              maxLength={60}
              onChange={(event) =>
                event.target.value.trim() === ''
                  ? undefined
                  : onChange({ ...section, title: event.target.value })
              }
            />
          </label>
          {figures.map((figure) => (
            <Checkbox
              key={figure.indicator}
              checked={section.figures.includes(figure.indicator)}
              onChange={(event) => toggle(figure.indicator, event.target.checked)}
            >
              {figure.name}　{figure.text}
              {figure.unit}
            </Checkbox>
          ))}
        </div>
      </Drawer>
    </Section>
  );
}
