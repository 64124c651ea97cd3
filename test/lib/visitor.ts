/** A browser's cookies and redirects, without the browser. */
export interface Visitor {
  readonly cookies: Map<string, string>
  visit(url: string, init?: RequestInit): Promise<Response>
  follow(answer: Response): Promise<Response>
}

export function createVisitor(origin: string, cookies = new Map<string, string>()): Visitor {
  async function visit(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(new URL(url, origin), { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  async function follow(answer: Response): Promise<Response> {
    const location = answer.headers.get('location')
    return location ? follow(await visit(location)) : answer
  }
  return { cookies, visit, follow }
}

/** By the development provider, as its page does. */
export async function signIn(origin: string, email: string): Promise<{ visitor: Visitor; landed: Response }> {
  const visitor = createVisitor(origin)
  const page = await visitor.follow(await visitor.visit('/auth/login?return=/manage/incidents'))
  const action = /action="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const chosen = await visitor.visit(action, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email }),
  })
  return { visitor, landed: await visitor.follow(chosen) }
}
