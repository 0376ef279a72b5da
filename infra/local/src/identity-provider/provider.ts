import type { ViewerClaims } from '@onewindow/identity';
import { interactionPolicy, Provider, type Configuration } from 'oidc-provider';
import { findPersona, type Persona } from './personas.ts';
import { LIFETIME_SECONDS, type TokenSettings } from './persona-token.ts';

export interface ProviderSettings extends TokenSettings {
  readonly cookieSecret: string;
  readonly claimsOf: (persona: Persona) => ViewerClaims;
}

/** The public client of the explorer and of whoever tries the flow from this machine. */
export const CLIENT_ID = 'explorer';
/** What tokens are for, as a resource indicator (RFC 8707), which has to be a URI; their audience is told apart from it. */
const GRAPH = 'urn:onewindow:graph';

/** A real OpenID provider whose sign-in page lets one choose who to be. Access tokens are JWTs for the graph. */
export function createProvider(settings: ProviderSettings): Provider {
  const provider = new Provider(settings.issuer, configuration(settings));
  // Behind no proxy and without TLS: this provider is for one machine.
  provider.proxy = false;
  return provider;
}

function configuration({ audience, key, cookieSecret, claimsOf }: ProviderSettings): Configuration {
  const claims = (accountId: string | undefined) => {
    const persona = findPersona(accountId ?? '');
    if (persona === undefined) throw new Error(`There is no persona ${String(accountId)}`);
    return claimsOf(persona);
  };
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        // A native client's loopback address matches whatever its port is (RFC 8252, 7.3).
        redirect_uris: ['http://127.0.0.1/signed-in', 'http://localhost/signed-in'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [cookieSecret] },
    pkce: { required: () => true },
    ttl: { AccessToken: LIFETIME_SECONDS, Grant: LIFETIME_SECONDS, Session: LIFETIME_SECONDS },
    interactions: { policy: signInOnly(), url: (_, { uid }) => `/interaction/${uid}` },
    clientBasedCORS: () => true,
    findAccount: (_, accountId) => {
      const persona = findPersona(accountId);
      if (persona === undefined) return undefined;
      return { accountId, claims: () => ({ sub: accountId, name: persona.name }) };
    },
    // Whoever chose a persona has agreed: there is nobody else to ask.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      grant.addResourceScope(GRAPH, '');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_, token) => ({
      ...('accountId' in token ? claims(token.accountId) : {}),
    }),
    formats: {
      customizers: {
        // Scopes are the persona's, whatever the client asked for.
        jwt: (_, token, parts) => {
          if ('accountId' in token) parts.payload['scope'] = claims(token.accountId).scope;
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => GRAPH,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          audience,
          scope: '',
          accessTokenFormat: 'jwt',
          accessTokenTTL: LIFETIME_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

/** The sign-in is the only question: a native client would be asked for consent each time. */
function signInOnly() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}
