/** Where the server sends the browser on to the single sign-on provider; plain links, no calls. */
export const SSO_SIGN_IN = '/api/sso/start';

/** The same while signed in: ties this account to who the provider says it is. */
export const SSO_LINK = '/api/sso/start?link=1';

/** How it went, as the server says on the way back. */
export const SSO_RESULTS = {
  failed: '统一身份没有确认成功，请再试一次，或用登录名和密码登录。',
  unknown: '这个统一身份还没有关联账号。先用登录名和密码登录，再到“我的登录”里关联。',
  linked: '统一身份已关联。',
} as const;

export type SsoResult = keyof typeof SSO_RESULTS;

export const ssoResult = (raw: Record<string, unknown>): { sso?: SsoResult } => {
  const { sso } = raw;
  return sso === 'failed' || sso === 'unknown' || sso === 'linked' ? { sso } : {};
};
