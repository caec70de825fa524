import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '#platform/request';
import type { Sso, SsoJourney } from '#platform/sso';
import { linkSso, signInBySso } from '#modules/accounts';

const COOKIE = 'zhibu_sso';
const MINUTES = 10;

interface Kept extends SsoJourney {
  /** Whether an account already signed in is being tied to the provider's identity. */
  readonly link: boolean;
}

function keptOf(request: FastifyRequest, unseal: (value: string) => string): Kept | null {
  const value = request.cookies[COOKIE];
  if (value === undefined) return null;
  try {
    return JSON.parse(unseal(value)) as Kept;
  } catch {
    return null;
  }
}

/** Going to the provider of single sign-on and coming back. Plain pages, since a browser is sent around. */
export function ssoRoutes(
  app: FastifyInstance,
  sso: Sso,
  secure: boolean,
  vault: { seal(value: string): string; unseal(value: string): string },
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<RequestContext>,
): void {
  const here = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;

  app.get<{ Querystring: { link?: string } }>('/api/sso/start', async (request, reply) => {
    const { address, journey } = await sso.begin(`${here(request)}/api/sso/callback`);
    const kept: Kept = { ...journey, link: request.query.link === '1' };
    return reply
      .setCookie(COOKIE, vault.seal(JSON.stringify(kept)), {
        path: '/api/sso',
        httpOnly: true,
        // The way back comes from another site, which `strict` would cut off.
        sameSite: 'lax',
        secure,
        maxAge: MINUTES * 60,
      })
      .redirect(address);
  });

  app.get('/api/sso/callback', async (request, reply) => {
    const kept = keptOf(request, vault.unseal);
    reply.clearCookie(COOKIE, { path: '/api/sso' });
    if (kept === null) return reply.redirect('/login?sso=failed');
    let subject: string;
    try {
      subject = await sso.finish(new URL(request.url, here(request)), kept);
    } catch {
      return reply.redirect('/login?sso=failed');
    }
    const context = await contextOf(request, reply);
    if (kept.link) {
      const linked = context.who !== null && (await linkSso(context, context.who, subject)).ok;
      return reply.redirect(`/me/sessions?sso=${linked ? 'linked' : 'failed'}`);
    }
    const signedIn = await signInBySso(context, subject);
    return reply.redirect(signedIn.ok ? '/' : '/login?sso=unknown');
  });
}
