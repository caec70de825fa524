import { Button, Input, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId } from '#kernel/ids';
import { chineseDate, yearOf, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { inspectionRoute } from './routes.ts';
import { YearSelect } from './year-select.tsx';
import './workbook.css';

interface Values {
  readonly askedBy: string;
  readonly askedOn?: PlainDate | null;
  readonly purpose?: string;
}

const paperHref = (printId: string, format: string): string =>
  `/api/workbook/inspection/paper?printId=${printId}&format=${format}`;

/** 资料打印: what a year's box holds and lacks, then one act that prints it and records who asked. */
export function InspectionPage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(useToday());
  const search = inspectionRoute.useSearch();
  const navigate = inspectionRoute.useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const year = Number(search.year ?? thisYear);
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const key = ['workbook', orgId, year];
  const query = useQuery({
    queryKey: key,
    queryFn: () => api.workbook.overview({ orgId, year }),
  });
  return (
    <Page
      title="资料打印"
      lead="一次打印一年的整套资料：封面、目录、计划、各类会议、谈心谈话、学时、党费、花名册，每份带录入日期。缺的如实印“未开展”“未归档”，不为检查补写。谁要的要登记，计入减负统计。"
      actions={
        <>
          <YearSelect
            year={year}
            thisYear={thisYear}
            onChange={(value) => void navigate({ search: { ...search, year: value } })}
          />
          <Button type="primary" onClick={() => setAsking(true)}>
            打印整套资料
          </Button>
        </>
      }
    >
      {query.error !== null ? (
        <Fault error={query.error} retry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <div className="panel workbook-panel">
          <table className="workbook-parts">
            <caption>{year}年资料清单</caption>
            <thead>
              <tr>
                <th scope="col">内容</th>
                <th scope="col">记录</th>
                <th scope="col">缺项</th>
              </tr>
            </thead>
            <tbody>
              {query.data.parts.map((part) => (
                <tr key={part.name}>
                  <th scope="row">{part.name}</th>
                  <td>{part.records}</td>
                  <td>
                    {part.gaps.length === 0 ? (
                      '—'
                    ) : (
                      <ul>
                        {part.gaps.map((gap) => (
                          <li key={gap}>{gap}</li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>打印过的</h2>
          {query.data.prints.length === 0 ? (
            <p className="muted">{year}年的资料还没有打印过。</p>
          ) : (
            <ul>
              {query.data.prints.map((one) => (
                <li key={one.printId}>
                  {chineseDate(one.printedOn)} 应{one.askedBy}要求
                  {one.purpose === '' ? '' : `，${one.purpose}`}{' '}
                  <a href={paperHref(one.printId, 'html')} target="_blank" rel="noreferrer">
                    打印页
                  </a>{' '}
                  <a href={paperHref(one.printId, 'docx')}>Word</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <FormDrawer<Values, unknown>
        title={`打印${year}年整套资料`}
        open={asking}
        onClose={() => setAsking(false)}
        saveLabel="登记并打印"
        savedWords="已登记，可以打开打印页或 Word"
        lead="请登记是谁要的。自己留存的，打印工作手册即可。"
        save={({ askedBy, askedOn, purpose }, commandId) =>
          api.workbook.printInspection({
            orgId,
            year,
            askedBy,
            purpose: purpose ?? '',
            ...(typeof askedOn === 'string' ? { askedOn } : {}),
            commandId,
          })
        }
        onSaved={() => void queries.invalidateQueries({ queryKey: key })}
      >
        <Field name="askedBy" label="谁要的" required rule="提出要求的党组织或单位。">
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="askedOn" label="什么时候提出的">
          <DateField />
        </Field>
        <Field name="purpose" label="用途">
          <Input maxLength={200} autoComplete="off" />
        </Field>
      </FormDrawer>
    </Page>
  );
}
