import { Provider } from 'oidc-provider';

/**
 * A real provider of single sign-on, in a process of its own. Arguments: port, redirect address.
 * Says `ready` on standard output; whoever signs in as `x` is the subject `x`.
 */
const [port = '0', redirect = ''] = process.argv.slice(2);

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [
    {
      client_id: 'zhibu',
      client_secret: 'only-for-tests',
      redirect_uris: [redirect],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  cookies: { keys: ['only-for-tests'] },
  features: { devInteractions: { enabled: true } },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
});

provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
