import { setTimeout as delay } from 'node:timers/promises'

const PATIENCE_MILLISECONDS = 30_000

/** The path of the first link like this in the newest mail to this address, once it is there. */
export async function findMailedPath(base: string, email: string, pattern: RegExp): Promise<string> {
  const until = Date.now() + PATIENCE_MILLISECONDS
  while (Date.now() < until) {
    const list = await readText(`${base}/mailbox?adres=${encodeURIComponent(email)}`)
    const mails = [...list.matchAll(/href="(\/mailbox\/[\w.-]+)"/g)].map(([, path]) => path)
    for (const mail of mails) {
      const found = findPath(await readText(`${base}${mail}/opmaak`), pattern)
      if (found) return found
    }
    await delay(250)
  }
  throw new Error(`no mail to ${email} with a link like ${pattern.source}`)
}

function findPath(html: string, pattern: RegExp): string | undefined {
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const found = links.find((href) => pattern.test(href))
  return found?.replace(/^https?:\/\/[^/]+/, '')
}

async function readText(url: string): Promise<string> {
  return (await fetch(url)).text()
}
