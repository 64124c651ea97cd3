import type { Post } from './send-kept.ts'

/** The old way of sending, as it is the one that tells how far it is. */
export function postWithProgress(showPercent: (percent: number) => void): Post {
  return (path, body) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      request.open('POST', path)
      if (typeof body === 'string') request.setRequestHeader('content-type', 'application/json')
      request.upload.addEventListener('progress', ({ loaded, total }) => {
        if (body instanceof FormData) showPercent(Math.round((100 * loaded) / Math.max(total, 1)))
      })
      request.addEventListener('load', () => resolve({ status: request.status, text: request.responseText }))
      request.addEventListener('error', () => reject(new Error('No connection')))
      request.send(body)
    })
}
