import { describeEachDatabase, findRightsAnswers } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('the theme of the site', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const ask = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, body?: object) =>
    town.api.ask(method, `/private/theme${path}`, { body })
  const stored = async () => {
    const rows = await town.context.db.kysely.selectFrom('setting').select(['key', 'value']).execute()
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
  }

  it('is looked at as a draft before anyone else sees it', async () => {
    expect((await ask('GET', '')).body).toEqual({
      current: { name: 'neutral', tokens: {}, dark_tokens: {} },
      draft: null,
      logo: null,
      logo_draft: null,
    })
    const design = { name: 'stad', token_set: '.stad-theme { --basis-color: #00c; }' }
    expect((await ask('PUT', '/draft', design)).body.draft).toEqual({
      name: 'stad',
      tokens: { 'basis-color': '#00c' },
      dark_tokens: {},
    })
    expect(await stored()).toMatchObject({ themeDraft: { name: 'stad' } })
    for (const wrong of [{ name: 'stad' }, { name: 'stad', token_set: 'x' }, { name: '../x' }]) {
      expect((await ask('PUT', '/draft', wrong)).status).toBe(400)
    }
    expect((await ask('PUT', '/draft', { name: 'high-contrast' })).status).toBe(200)
    expect((await ask('POST', '/publish')).status).toBe(409)
  })

  it('is switched on from the draft', async () => {
    const draft = { name: 'high-contrast' }
    const other = await openTown(database, { themeDraft: draft })
    const { body } = await other.api.ask('POST', '/private/theme/publish')
    expect(body).toMatchObject({ current: draft, draft: null })
    expect(await stored()).toMatchObject({ theme: draft, themeDraft: null })
  })

  it('may have a logo, which is a draft first as well', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    const toImage = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`
    const logo = { image: toImage(drawing), alt: 'Gemeente Waterveste' }
    expect((await ask('PUT', '/logo', logo)).body).toMatchObject({ logo: null, logo_draft: logo })
    expect(await stored()).toMatchObject({ logoDraft: logo })
    const wrong = { ...logo, image: toImage(drawing.replace('<path', '<script>x</script><path')) }
    expect((await ask('PUT', '/logo', wrong)).body).toEqual({ image: [expect.stringContaining('scripts')] })
    expect((await ask('PUT', '/logo', { ...logo, alt: ' ' })).status).toBe(400)
    const log = await town.context.db.kysely.selectFrom('audit_log').select('detail').execute()
    expect(log).toEqual([
      {
        detail: {
          before: null,
          after: { ...logo, image: expect.stringMatching(/^data:image\/svg\+xml \(\d+\)$/) },
        },
      },
    ])
    const other = await openTown(database, { logoDraft: logo })
    expect((await other.api.ask('POST', '/private/theme/publish')).body).toMatchObject({
      current: { name: 'neutral' },
      logo,
      logo_draft: null,
    })
    expect((await ask('DELETE', '/logo')).body).toMatchObject({ logo: null, logo_draft: null })
  })

  it.each([
    ['GET', '', ['sia_read', 'sia_category_read'], 200],
    ['PUT', '/draft', ['sia_write', 'sia_category_write'], 400],
    ['POST', '/publish', ['sia_write', 'sia_category_write'], 409],
    ['PUT', '/logo', ['sia_write', 'sia_category_write'], 400],
  ] as const)('is for administrators: %s %s', async (method, path, needs, answer) => {
    const answers = await findRightsAnswers(town.api, town.context, {
      method,
      path: `/private/theme${path}`,
      needs,
    })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: answer })
  })
})
