/** What the employee app's sign-in asks of the identity provider (OpenID Connect, code flow with PKCE). */
export interface IdentityProvider {
  /** Where the browser goes to sign in, and what must be kept until it comes back. */
  startSignIn(redirectUri: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>
  /** Trades the address that the browser came back to for the person's e-mail address. */
  finishSignIn(currentUrl: URL, pending: PendingSignIn): Promise<SignedIn>
  /** Where signing out at the provider happens; undefined when it offers none. */
  signOutUrl(idToken: string | null, returnTo: string): Promise<string | undefined>
}

export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly redirectUri: string
}

export interface SignedIn {
  readonly email: string
  readonly idToken: string | null
}

/** Checks a bearer token; the e-mail address that it names, or undefined when it is not to be trusted. */
export interface TokenVerifier {
  verify(token: string): Promise<string | undefined>
}
