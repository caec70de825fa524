import * as client from 'openid-client';

/** One provider of single sign-on (OpenID Connect), as the installation is set up. */
export interface SsoSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What has to be kept in the browser between going to the provider and coming back. */
export interface SsoJourney {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Sso {
  /** Where to send the browser, and what to keep until it comes back to `redirectUri`. */
  begin(redirectUri: string): Promise<{ address: string; journey: SsoJourney }>;
  /** Who the provider says it is: issuer and subject in one text. Throws where anything does not fit. */
  finish(current: URL, journey: SsoJourney): Promise<string>;
}

/** Reads `ZHIBU_OIDC_ISSUER`, `ZHIBU_OIDC_CLIENT_ID`, `ZHIBU_OIDC_CLIENT_SECRET`; null where none is set. */
export function ssoSettings(env: Readonly<Record<string, string | undefined>>): SsoSettings | null {
  const issuer = env.ZHIBU_OIDC_ISSUER?.trim() ?? '';
  const clientId = env.ZHIBU_OIDC_CLIENT_ID?.trim() ?? '';
  const clientSecret = env.ZHIBU_OIDC_CLIENT_SECRET?.trim() ?? '';
  return issuer === '' || clientId === '' ? null : { issuer, clientId, clientSecret };
}

const onLoopback = (issuer: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname);

/** Code flow with PKCE, state and nonce. The provider is asked for its settings at first use, and again after a failure. */
export function makeSso(settings: SsoSettings): Sso {
  let discovered: Promise<client.Configuration> | null = null;
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        // Plain HTTP only where it never leaves the machine.
        execute: onLoopback(settings.issuer) ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = null;
        throw error;
      });
    return discovered;
  };
  return {
    begin: async (redirectUri) => {
      const config = await configuration();
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, journey };
    },
    finish: async (current, journey) => {
      const tokens = await client.authorizationCodeGrant(await configuration(), current, {
        expectedState: journey.state,
        expectedNonce: journey.nonce,
        pkceCodeVerifier: journey.verifier,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('the provider sent no identity');
      return `${claims.iss} ${claims.sub}`;
    },
  };
}
