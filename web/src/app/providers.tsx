import { App as AntApp, ConfigProvider } from 'antd';
import * as zhCn from 'antd/es/locale/zh_CN.js';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useMemo, type ReactNode } from 'react';
import { useMode } from './mode.ts';
import { antTheme, paint } from './theme.ts';

// The package marks its modules as CommonJS, so the types wrap the default once more than the bundle does.
const wrapped: { readonly default: unknown } = zhCn;
const inner = wrapped.default as object;
const locale = ('default' in inner ? inner.default : inner) as NonNullable<
  Parameters<typeof ConfigProvider>[0]['locale']
>;

/** Colours, language and the query cache for everything below. */
export function Providers({
  client,
  children,
}: {
  client: QueryClient;
  children: ReactNode;
}): ReactNode {
  const mode = useMode();
  useLayoutEffect(() => paint(mode), [mode]);
  const theme = useMemo(() => antTheme(mode), [mode]);
  return (
    <ConfigProvider
      theme={theme}
      locale={locale}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: requiredMark }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={client}>
        <AntApp>{children}</AntApp>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** Says 必填 in words; a red star alone is colour and shape without a word. */
const requiredMark = (label: ReactNode, { required }: { required: boolean }): ReactNode => (
  <>
    {label}
    {required ? <span className="required-word">必填</span> : null}
  </>
);
