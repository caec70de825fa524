import { Input, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { talkHref, type OwnTalk } from './queries.ts';

/** What was said, read and written by the two alone. */
export function ContentDrawer({
  talk,
  onClose,
  onSaved,
}: {
  talk: OwnTalk | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const query = useQuery({
    queryKey: ['talks', 'content', talk?.talkId],
    queryFn: () => api.talks.content({ talkId: talk?.talkId ?? '' }),
    enabled: talk !== null,
    gcTime: 0,
  });
  if (talk === null) return null;
  if (query.error !== null) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton active={false} aria-label="正在读取" />;
  const { text, version, writtenBy } = query.data;
  return (
    <FormDrawer<{ text?: string }, unknown>
      title={`与${talk.other}的谈话内容`}
      open
      onClose={onClose}
      onSaved={onSaved}
      initial={{ text }}
      lead={
        <>
          只有您和{talk.other}能看到，书记、上级和管理员都看不到。
          {writtenBy === '' ? '' : `上次由${writtenBy}填写。`}
          <a href={talkHref('own', { talkId: talk.talkId, format: 'docx' })}>下载记录表</a>
        </>
      }
      save={(values, commandId) =>
        api.talks.saveContent({
          talkId: talk.talkId,
          basedOn: version,
          text: values.text ?? '',
          commandId,
        })
      }
    >
      <Field name="text" label="谈话内容">
        <Input.TextArea rows={12} maxLength={10_000} />
      </Field>
    </FormDrawer>
  );
}
