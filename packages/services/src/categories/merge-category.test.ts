import { describeEachDatabase, findRightsAnswers, listHistory } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { categoryAddress, HANDLER, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('categories that come together', (database) => {
  let town: TestTown
  let ids: Map<string, number>

  beforeEach(async () => {
    await reopen()
  })

  async function reopen(settings: Parameters<typeof openTown>[1] = {}) {
    town = await openTown(database, settings)
    const { body } = await town.api.ask('GET', '/private/categories?page_size=100')
    ids = new Map(body.results.map(({ slug, id }: { slug: string; id: number }) => [slug, id]))
  }

  const path = (slug: string) => `/private/categories/${ids.get(slug)}`
  const merge = (from: string, into: string) =>
    town.api.ask('POST', `${path(from)}/merge`, { body: { into: ids.get(into) } })
  const report = (main: string, sub: string) =>
    makeSignal(town, { category: { sub_category: categoryAddress(main, sub) } })
  const read = async (id: number) => (await town.api.ask('GET', `/private/signals/${id}`)).body

  it('say before what happens, and take the open reports along', async () => {
    const open = await report('afval', 'grofvuil')
    const ended = await report('afval', 'grofvuil')
    const change = (id: number, body: object) => town.api.ask('PATCH', `/private/signals/${id}`, { body })
    await change(open, { assigned_user_email: HANDLER })
    await change(ended, { status: { state: 'o', text: 'Klaar' } })
    const before = await read(open)

    const plan = { open: 1, ended: 1, questions: 0, standard_texts: 0, rules: [] }
    const asked = await town.api.ask('GET', `${path('grofvuil')}/merge?into=${ids.get('prullenbak')}`)
    expect(asked).toMatchObject({ status: 200, body: { ...plan, keeps_assignment: true } })
    expect((await read(open)).category.sub_slug).toBe('grofvuil')

    expect((await merge('grofvuil', 'prullenbak')).body).toMatchObject(plan)
    const after = await read(open)
    expect(after).toMatchObject({
      assigned_user_email: HANDLER,
      category: { sub_slug: 'prullenbak', deadline: before.category.deadline },
    })
    expect((await read(ended)).category.sub_slug).toBe('grofvuil')
    expect((await listHistory(town.context, open)).filter((line) => line === 'category')).toHaveLength(2)
    expect((await town.api.ask('GET', path('grofvuil'))).body.is_active).toBe(false)
    const history = async (slug: string) =>
      (await town.api.ask('GET', `${path(slug)}/history`)).body[0].action
    expect(await history('grofvuil')).toContain('Samengevoegd met:\n Prullenbak')
    expect(await history('prullenbak')).toBe('Overgenomen van:\n Grofvuil')
    expect((await merge('grofvuil', 'prullenbak')).body).toEqual({
      into: ['Grofvuil wordt al niet meer gebruikt.'],
    })
  })

  it('leave nobody with a report of a department that cannot see it', async () => {
    const open = await report('afval', 'grofvuil')
    await town.api.ask('PATCH', `/private/signals/${open}`, { body: { assigned_user_email: HANDLER } })
    expect((await merge('grofvuil', 'lantaarnpaal')).body.keeps_assignment).toBe(false)
    expect(await read(open)).toMatchObject({ assigned_user_email: null })
  })

  it('are refused where it makes no sense, and then nothing has changed', async () => {
    expect((await merge('grofvuil', 'grofvuil')).status).toBe(400)
    expect((await merge('grofvuil', 'wegen')).status).toBe(400)
    expect((await merge('afval', 'grofvuil')).status).toBe(400)
    await reopen({ predictionFallback: 'afval/grofvuil' })
    expect((await merge('grofvuil', 'prullenbak')).body.into[0]).toContain('geen categorie is te vinden')
    expect((await town.api.ask('GET', path('grofvuil'))).body.is_active).toBe(true)
  })

  it('go to another main category, with their reports', async () => {
    const id = await report('afval', 'prullenbak')
    const move = (slug: string, main: string) =>
      town.api.ask('POST', `${path(slug)}/move`, { body: { main: ids.get(main) } })
    expect((await move('prullenbak', 'wegen')).status).toBe(200)
    expect((await read(id)).category).toMatchObject({ main_slug: 'wegen', sub_slug: 'prullenbak' })
    for (const [slug, main] of [
      ['prullenbak', 'wegen'],
      ['prullenbak', 'grofvuil'],
      ['wegen', 'afval'],
    ] as const)
      expect((await move(slug, main)).status).toBe(400)
  })

  it('have a department that is responsible, where the municipality wants that', async () => {
    const set = (links: object[]) =>
      town.api.ask('PATCH', path('grofvuil'), { body: { new_departments: links } })
    const { body } = await town.api.ask('GET', '/private/departments')
    const idOf = (wanted: string) =>
      body.results.find(({ code }: { code: string }) => code === wanted).id as number
    const link = (code: string, is_responsible: boolean) => ({
      id: idOf(code),
      is_responsible,
      can_view: true,
    })
    expect((await set([])).body.departments).toEqual([])
    const namedTwice = [link('STW', false), link('AFV', false), link('STW', true)]
    expect((await set(namedTwice)).status).toBe(200)
    expect((await town.api.ask('GET', `${path('grofvuil')}/history`)).body[0].action).toBe(
      'Afdelingen gewijzigd naar:\n AFV, STW (verantwoordelijk)',
    )
    expect((await set([{ id: 999, is_responsible: true, can_view: true }])).status).toBe(400)

    await reopen({ requireResponsibleDepartment: true })
    const refusal = { departments: ['Geen afdeling is verantwoordelijk voor: Grofvuil.'] }
    expect(await set([link('AFV', false)])).toMatchObject({ status: 400, body: refusal })
    const emptied = await town.api.ask('PATCH', `/private/departments/${idOf('AFV')}`, {
      body: { categories: [{ category_id: ids.get('prullenbak'), is_responsible: true }] },
    })
    expect(emptied).toMatchObject({ status: 400, body: refusal })
    expect((await town.api.ask('GET', path('grofvuil'))).body.departments).toHaveLength(1)
    await town.api.ask('PATCH', path('grofvuil'), { body: { is_active: false } })
    expect((await set([])).status).toBe(200)
    expect((await town.api.ask('PATCH', path('grofvuil'), { body: { is_active: true } })).status).toBe(400)
  })

  it('are merged by who may change categories', async () => {
    for (const [method, rest] of [
      ['POST', '/merge'],
      ['GET', '/merge'],
      ['POST', '/move'],
    ] as const) {
      const request = {
        method,
        path: `${path('grofvuil')}${rest}`,
        needs: ['sia_write', 'sia_category_write'],
      }
      const answers = await findRightsAnswers(town.api, town.context, request)
      expect(answers).toMatchObject({ anonymous: 401, without: [403, 403] })
      expect([400, 404]).toContain(answers.with)
    }
  })
})
