import type { FastifyInstance } from 'fastify'

/** While the database is worked on: nothing is asked of it, and who comes by is told when to come back. */
export function maintenance(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/status/')) return
    reply.code(503).header('retry-after', '300').header('cache-control', 'no-store')
    const isPage = request.headers.accept?.includes('text/html') && !/^\/(signals|auth)\//.test(request.url)
    if (!isPage) return reply.type('text/plain').send('API in maintenance mode')
    return reply
      .type('text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      )
      .send(PAGE)
  })
}

/** Needs nothing else of this server. Both languages, as nobody can choose one now. */
const PAGE = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Wij zijn even bezig</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;margin:0 auto;max-inline-size:36rem;padding:2rem 1rem}</style>
</head>
<body>
<main>
<h1>Wij zijn even bezig</h1>
<p>Deze site is een paar minuten niet te gebruiken, omdat wij eraan werken. Probeer het straks nog een keer. Wat u al had ingevuld, is bewaard.</p>
<p>Is er gevaar? Bel <a href="tel:112">112</a>.</p>
<section lang="en">
<h2>We are working on this site</h2>
<p>It cannot be used for a few minutes. Please try again soon. What you had filled in already has been kept.</p>
<p>Is there danger? Call <a href="tel:112">112</a>.</p>
</section>
</main>
</body>
</html>
`
