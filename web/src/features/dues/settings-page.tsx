import { Input, Radio } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PAY_CHANGES, ROUNDINGS } from '#contract/dues';
import { chineseMonth, monthOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { DetailPage, Facts, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import { DUES } from './queries.ts';
import { yuan } from './words.ts';

type Settings = Answer<Api['dues']['settings']>['settings'];
type Values = Settings & { readonly from: PlainDate };

const NUMBERS = ['collectionDay', 'educateFromMonths', 'judgeFromMonths', 'backPayMonths'] as const;

/** 计算口径: what the committee fixes where the central text leaves room. */
export function SettingsPage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const { orgId } = me.acting;
  const month = monthOf(today);
  const [editing, setEditing] = useState(false);
  const query = useQuery({
    queryKey: [...DUES, 'settings', orgId, month],
    queryFn: () => api.dues.settings({ orgId, month }),
  });
  const found = query.data?.settings;
  return (
    <>
      <DetailPage
        name="党费计算口径"
        query={query}
        show={({ settings, fixedBy }) => ({
          title: '党费计算口径',
          lead: '中央规定留给地方确定的几项，对本级以下各支部有效；以前的月份仍按当时的规定。',
          actions: [{ label: '重新规定', can: true, run: () => setEditing(true), primary: true }],
          sections: (
            <>
              <Facts
                facts={[
                  { label: '农民党员每月', value: `${yuan(settings.farmerMonthly)} 元` },
                  { label: '党费计算', value: ROUNDINGS[settings.rounding] },
                  { label: '收缴日', value: `每月 ${settings.collectionDay} 日前` },
                  { label: '批评教育', value: `欠交 ${settings.educateFromMonths} 个月起` },
                  { label: '提示支部研究', value: `连续 ${settings.judgeFromMonths} 个月未交` },
                  { label: '年中收入变动', value: PAY_CHANGES[settings.payChange] },
                ]}
              />
              <Section title="由谁规定">
                {fixedBy.length === 0 ? (
                  <p className="muted">还没有规定，按系统默认值计算。</p>
                ) : (
                  <ul>
                    {fixedBy.map((one) => (
                      <li key={`${one.orgName}${one.from}`}>
                        {one.orgName}，自{chineseMonth(one.from)}起
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
            </>
          ),
        })}
      />
      {found === undefined ? null : (
        <FormDrawer<Values, unknown>
          title="重新规定"
          open={editing}
          onClose={() => setEditing(false)}
          initial={{ ...found, from: `${yearOf(today)}-01-01` as PlainDate }}
          save={({ from, ...values }, commandId) =>
            api.dues.setSettings({
              orgId,
              fromMonth: monthOf(from),
              settings: {
                ...found,
                ...values,
                ...Object.fromEntries(NUMBERS.map((name) => [name, Number(values[name])])),
              },
              commandId,
            })
          }
          onSaved={() => void queries.invalidateQueries({ queryKey: DUES })}
        >
          <Field name="from" label="自哪个月起" required>
            <DateField />
          </Field>
          <Field
            name="farmerMonthly"
            label="农民党员每月交纳"
            required
            rule="0.2元至1元。"
            basis="《关于中国共产党党费收缴、使用和管理的规定》第6条"
          >
            <MoneyField />
          </Field>
          <Field name="rounding" label="党费计算" required>
            <Radio.Group
              options={Object.entries(ROUNDINGS).map(([value, label]) => ({ value, label }))}
            />
          </Field>
          <Field name="collectionDay" label="每月收缴日（1至28）" required>
            <Input inputMode="numeric" />
          </Field>
          <div className="pair">
            <Field name="educateFromMonths" label="欠交几个月起批评教育" required>
              <Input inputMode="numeric" />
            </Field>
            <Field name="judgeFromMonths" label="几个月起提示支部研究" required>
              <Input inputMode="numeric" />
            </Field>
          </div>
          <Field
            name="backPayMonths"
            label="补交一般不超过几个月"
            required
            rule="一般不超过6个月。"
            basis="《关于中国共产党党费收缴、使用和管理的规定》第12条"
          >
            <Input inputMode="numeric" />
          </Field>
          <Field name="payChange" label="年中收入变动" required>
            <Radio.Group
              options={Object.entries(PAY_CHANGES).map(([value, label]) => ({ value, label }))}
            />
          </Field>
        </FormDrawer>
      )}
    </>
  );
}
