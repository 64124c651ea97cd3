import { describeEachDatabase, listHistory, loadConfiguration, openTestApi } from '@signalen/testkit'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  READER,
  report,
  type TestTown,
} from '../signals/test-town.ts'

const ADMINISTRATOR = 'beheerder@waterveste.example'

describeEachDatabase('attachments', (database) => {
  let town: TestTown
  let id: number
  let uuid: string

  beforeEach(async () => {
    town = await openTown(database)
    const made = await town.api.app.inject({
      method: 'POST',
      url: '/signals/v1/public/signals',
      payload: report(),
    })
    ;({ id, signal_id: uuid } = made.json())
  })

  function form(name: string, content = 'bytes', field = 'file') {
    const boundary = 'snede'
    const lines = [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${field}"; filename="${name}"`,
      'Content-Type: application/octet-stream',
      '',
      content,
      `--${boundary}--`,
      '',
    ]
    return {
      payload: lines.join('\r\n'),
      headers: { host: 'localhost', 'content-type': `multipart/form-data; boundary=${boundary}` },
    }
  }

  const sendPublic = (name = 'foto.jpg', to = uuid) =>
    town.api.app.inject({
      method: 'POST',
      url: `/signals/v1/public/signals/${to}/attachments`,
      ...form(name),
    })

  function sendStaff(name = 'brief.pdf', as = ADMINISTRATOR, to = id) {
    const { payload, headers } = form(name)
    return town.api.app.inject({
      method: 'POST',
      url: `/signals/v1/private/signals/${to}/attachments`,
      payload,
      headers: { ...headers, authorization: `Bearer ${as}` },
    })
  }

  const getRow = () =>
    town.context.db.kysely.selectFrom('signal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const setState = (state: string) =>
    town.context.db.kysely.updateTable('signal').set({ status_state: state }).where('id', '=', id).execute()
  const ask = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, as?: string, body?: object) =>
    town.api.ask(method, `/private/signals/${id}/attachments${path}`, { as, body })

  describe('of the public', () => {
    it('are photos that anyone may see, and stand in the history', async () => {
      const answer = await sendPublic('C:\\fotos\\bank\u0000.JPG')
      expect([answer.statusCode, answer.json()]).toEqual([
        201,
        {
          _display: expect.stringMatching(/^Attachment object \(\d+\)$/),
          _links: { self: { href: `http://localhost/signals/v1/public/signals/${uuid}/attachments` } },
          location: expect.stringMatching(
            /^http:\/\/localhost\/signals\/media\/attachments\/2026\/11\/24\/[0-9a-f-]+\.jpg\?expires=/,
          ),
          is_image: true,
          created_at: '2026-11-24T11:00:00+01:00',
        },
      ])
      expect(await getRow()).toMatchObject({ attachment_count: 1, version: 2 })
      expect((await listHistory(town.context, id)).at(-1)).toBe(
        'note: Bijlage toegevoegd door melder: bank.JPG',
      )
      expect((await ask('GET', '')).body.results).toMatchObject([
        { public: true, created_by: null, caption: null, file_name: 'bank.JPG', mimetype: 'image/jpeg' },
      ])
      expect(town.files.size).toBe(2)
    })

    it.each(['brief.pdf', 'note.txt'])('are no %s', async (name) => {
      const answer = await sendPublic(name)
      expect([answer.statusCode, Object.keys(answer.json())]).toEqual([400, ['file']])
      expect(town.files.size).toBe(0)
    })

    it('need a file, and a report that is there', async () => {
      const other = await town.api.app.inject({
        method: 'POST',
        url: `/signals/v1/public/signals/${uuid}/attachments`,
        ...form('foto.jpg', 'x', 'foto'),
      })
      expect([other.statusCode, other.json()]).toEqual([400, { file: ['Er is geen bestand opgestuurd.'] }])
      const plain = await town.api.app.inject({
        method: 'POST',
        url: `/signals/v1/public/signals/${uuid}/attachments`,
        payload: { file: 'x' },
      })
      expect(plain.statusCode).toBe(400)
      expect((await sendPublic('foto.jpg', '00000000-0000-4000-8000-000000000000')).statusCode).toBe(404)
      expect((await sendPublic('foto.jpg', 'x')).statusCode).toBe(404)
    })

    it('are welcome only while they can be of use', async () => {
      const states = { m: 201, 'reaction requested': 201, b: 400, a: 400, o: 400 }
      for (const [state, status] of Object.entries(states)) {
        await setState(state)
        expect([state, (await sendPublic()).statusCode]).toEqual([state, status])
      }
      const stored = town.files.size
      // What is wrong with the file goes first, and nothing is stored of either.
      expect(Object.keys((await sendPublic('note.txt')).json())).toEqual(['file'])
      expect((await sendPublic()).json()).toEqual([expect.stringContaining('No feedback expected')])
      expect(town.files.size).toBe(stored)
      await town.api.ask('PATCH', `/private/signals/${id}`, { body: {} })
      await setState('o')
      await town.context.db.kysely
        .insertInto('feedback')
        .values({
          token_hash: Buffer.from('x'),
          signal_id: id,
          created_at: town.clock.now(),
          submitted_at: null,
          is_satisfied: null,
          text_list: null,
          text_extra: null,
        })
        .execute()
      expect((await sendPublic()).statusCode).toBe(201)
      town.clock.advance({ days: 15 })
      expect((await sendPublic()).statusCode).toBe(400)
    })

    it('come from one address no faster than ten for each report that it may send', async () => {
      const app = await openTestApi(town.context, { publicRateLimit: { max: 1, windowSeconds: 3600 } })
      const statuses: number[] = []
      for (let sent = 0; sent < 11; sent++) {
        const answer = await app.inject({
          method: 'POST',
          url: `/signals/v1/public/signals/${uuid}/attachments`,
          ...form('foto.jpg'),
        })
        statuses.push(answer.statusCode)
      }
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429])
      await app.close()
    })

    it('leave no file behind when they cannot be kept', async () => {
      await town.context.db.kysely.deleteFrom('signal').where('id', '=', id).execute()
      const put = vi.spyOn(town.context.files, 'put')
      expect((await sendPublic()).statusCode).toBe(404)
      expect(put).not.toHaveBeenCalled()
      const next = await makeSignal(town)
      const row = await town.context.db.kysely
        .selectFrom('signal')
        .select('uuid')
        .where('id', '=', next)
        .executeTakeFirstOrThrow()
      put.mockImplementation(async (key, bytes) => {
        // The report is closed while the photo is being stored.
        town.files.set(key, bytes)
        await town.context.db.kysely
          .updateTable('signal')
          .set({ status_state: 'b' })
          .where('id', '=', next)
          .execute()
      })
      expect((await sendPublic('foto.jpg', row.uuid)).statusCode).toBe(400)
      expect(town.files.size).toBe(0)
    })
  })

  describe('of staff', () => {
    it('may be PDF, and are not public until someone says so', async () => {
      const answer = await sendStaff()
      expect(answer.json()).toMatchObject({
        created_by: ADMINISTRATOR,
        public: false,
        caption: null,
        is_image: false,
        thumbnail: null,
      })
      const path = `/${answer.json()._links.self.href.split('/').at(-1)}`
      expect((await ask('PATCH', path, undefined, { public: true, caption: ' Brief ' })).body).toEqual({
        public: true,
        caption: 'Brief',
      })
      expect((await ask('PATCH', path, undefined, { caption: '' })).status).toBe(400)
      expect((await ask('PATCH', path, undefined, { caption: 'x'.repeat(256) })).status).toBe(400)
      expect((await ask('PATCH', path, undefined, { caption: null })).body.caption).toBeNull()
      expect((await ask('GET', path)).body.public).toBe(true)
      expect((await ask('GET', '/999999')).status).toBe(404)
      const send = (contentType: string, payload: string) =>
        town.api.app.inject({
          method: 'PATCH',
          url: `/signals/v1/private/signals/${id}/attachments${path}`,
          headers: { 'content-type': contentType, authorization: `Bearer ${ADMINISTRATOR}` },
          payload,
        })
      const inParts = '--snede\r\nContent-Disposition: form-data; name="public"\r\n\r\nfalse\r\n--snede--\r\n'
      expect((await send('multipart/form-data; boundary=snede', inParts)).json()).toEqual({
        public: false,
        caption: null,
      })
      const form = await send('application/x-www-form-urlencoded', 'public=true&caption=Een+brief')
      expect(form.json()).toEqual({ public: true, caption: 'Een brief' })
    })

    it('are only for those who may see the report', async () => {
      const answer = await sendStaff('foto.png', HANDLER)
      const path = `/${answer.json()._links.self.href.split('/').at(-1)}`
      expect((await ask('GET', '', OTHER_HANDLER)).status).toBe(403)
      expect((await ask('GET', path, OTHER_HANDLER)).status).toBe(403)
      expect((await ask('PATCH', path, OTHER_HANDLER, { public: true })).status).toBe(403)
      expect((await ask('DELETE', path, OTHER_HANDLER)).status).toBe(404)
      expect((await sendStaff('foto.png', OTHER_HANDLER)).statusCode).toBe(404)
      expect((await sendStaff('foto.png', READER)).statusCode).toBe(403)
    })

    it('go with their files, to who may let them go', async () => {
      const path = `/${(await sendStaff('foto.png', HANDLER)).json()._links.self.href.split('/').at(-1)}`
      const photo = `/${(await sendPublic()).json()._display.match(/\d+/)[0]}`
      const need = (name: string) => ({
        status: 403,
        body: { detail: `Cannot delete attachment need "${name}" permission.` },
      })
      expect(await ask('DELETE', path, READER)).toMatchObject(need('sia_delete_attachment_of_normal_signal'))
      const give = (...permissions: string[]) =>
        loadConfiguration(town.context, {
          users: [{ email: READER, departments: ['AFV'], permissions: ['sia_read', ...permissions] }],
        })
      await give('sia_delete_attachment_of_normal_signal')
      expect(await ask('DELETE', path, READER)).toMatchObject(need('sia_delete_attachment_of_other_user'))
      expect(await ask('DELETE', photo, READER)).toMatchObject(
        need('sia_delete_attachment_of_anonymous_user'),
      )
      await give('sia_delete_attachment_of_normal_signal', 'sia_delete_attachment_of_other_user')
      expect((await ask('DELETE', path, READER)).status).toBe(204)
      expect((await ask('DELETE', path, READER)).status).toBe(404)
      expect((await ask('DELETE', photo)).status).toBe(204)
      expect(await getRow()).toMatchObject({ attachment_count: 0 })
      expect(town.files.size).toBe(0)
      expect((await listHistory(town.context, id)).at(-1)).toBe('note: Bijlage foto.jpg is verwijderd.')
    })

    it('can be covered: the original is gone, and the history tells of it', async () => {
      await sendPublic('melder.jpg')
      const [before] = (await ask('GET', '')).body.results
      const path = `/${before._links.self.href.split('/').at(-1)}`
      await ask('PATCH', path, undefined, { public: true, caption: 'Auto' })
      const cover = (name: string, as = ADMINISTRATOR) => {
        const { payload, headers } = form(name, 'covered')
        return town.api.app.inject({
          method: 'POST',
          url: `/signals/v1/private/signals/${id}/attachments${path}/cover`,
          payload,
          headers: { ...headers, authorization: `Bearer ${as}` },
        })
      }
      expect((await cover('foto.jpg', READER)).statusCode).toBe(403)
      expect((await cover('foto.jpg', OTHER_HANDLER)).statusCode).toBe(403)
      expect((await cover('foto.pdf')).statusCode).toBe(400)
      const keys = [...town.files.keys()]
      const covered = await cover('foto.jpg')
      expect(covered.statusCode).toBe(200)
      expect(covered.json()).toMatchObject({ public: true, caption: 'Auto', created_by: before.created_by })
      expect([...town.files.keys()].some((key) => keys.includes(key))).toBe(false)
      expect([...town.files.values()].map(String)).toEqual(['covered', 'covered'])
      expect((await listHistory(town.context, id)).at(-1)).toMatch(/^note: Foto .* is afgeschermd/)
    })

    it('can be turned: what was is gone, and the history tells of it', async () => {
      await sendPublic('melder.jpg')
      const [before] = (await ask('GET', '')).body.results
      const path = `/${before._links.self.href.split('/').at(-1)}`
      const turn = (quarters: number, as?: string) => ask('POST', `${path}/turn`, as, { quarters })
      expect((await turn(1, READER)).status).toBe(403)
      expect((await turn(1, OTHER_HANDLER)).status).toBe(403)
      expect((await turn(5)).status).toBe(400)
      const keys = [...town.files.keys()]
      expect(await turn(3)).toMatchObject({
        status: 200,
        body: { file_name: before.file_name, created_by: before.created_by },
      })
      expect([...town.files.keys()].some((key) => keys.includes(key))).toBe(false)
      expect([...town.files.values()].every((bytes) => String(bytes).endsWith('turned 3'))).toBe(true)
      expect((await listHistory(town.context, id)).at(-1)).toMatch(/^note: Foto .* is gedraaid/)
      const pdf = (await sendStaff('brief.pdf')).json()._links.self.href.split('/').at(-1)
      expect((await ask('POST', `/${pdf}/turn`, undefined, { quarters: 1 })).status).toBe(400)
    })

    it('are copied to a part of the report when asked', async () => {
      const location = (await sendStaff('foto.png')).json()._links.self.href
      const other = await makeSignal(town)
      const wrong = (await sendStaff('foto.png', ADMINISTRATOR, other)).json()._links.self.href
      const split = (attachments: string[], parent: number | null = id) =>
        town.api.ask('POST', '/private/signals', { body: report({ parent, attachments }) })
      expect((await split([location], null)).status).toBe(400)
      expect((await split([wrong])).status).toBe(400)
      expect((await split(['https://elders.example/foto.png'])).status).toBe(400)
      const before = town.files.size
      const child = (await split([location])).body
      expect(child).toMatchObject({ has_attachments: true, has_parent: true })
      expect(town.files.size).toBe(before + 2)
      expect(await listHistory(town.context, child.id)).toContain(
        'note: Bijlage gekopieerd van hoofdmelding: foto.png',
      )
      await ask('DELETE', `/${location.split('/').at(-1)}`)
      const [copy] = (await town.api.ask('GET', `/private/signals/${child.id}/attachments`)).body.results
      expect((await fetchFile(copy.location)).statusCode).toBe(200)
    })
  })

  const fetchFile = (location: string) => town.api.app.inject(location.replace('http://localhost', ''))

  describe('their files', () => {
    it('are served to who was just told where, so that they can do no harm', async () => {
      const { location } = (await sendPublic()).json()
      const photo = await fetchFile(location)
      expect([photo.statusCode, photo.body]).toEqual([200, 'bytes'])
      expect(photo.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=300, immutable',
        'content-security-policy': expect.stringContaining('sandbox'),
        'cross-origin-resource-policy': 'cross-origin',
      })
      const pdf = await fetchFile((await sendStaff()).json().location)
      expect(pdf.headers['content-disposition']).toBe('attachment')
      const thumbnail = (await ask('GET', '')).body.results[0].thumbnail
      expect((await fetchFile(thumbnail)).headers['content-type']).toBe('image/jpeg')
    })

    it('are not served without a good address', async () => {
      const { location } = (await sendPublic()).json()
      const [bare] = location.split('?')
      for (const wrong of [
        bare,
        `${location}x`,
        location.replace(/expires=\d+/, 'expires=9999999999'),
        `${bare}?expires=1&expires=2&signature=a&signature=b`,
      ]) {
        expect((await fetchFile(wrong)).statusCode).toBe(404)
      }
      town.clock.advance({ minutes: 11 })
      expect((await fetchFile(location)).statusCode).toBe(404)
    })

    it('have no address while a scanner looks at them', async () => {
      await sendPublic()
      for (const [state, isShown] of [
        ['waiting', false],
        ['infected', false],
        ['clean', true],
      ] as const) {
        await town.context.db.kysely.updateTable('attachment').set({ scan_state: state }).execute()
        const [row] = (await ask('GET', '')).body.results
        expect([row.location !== '', row.thumbnail !== null]).toEqual([isShown, isShown])
      }
    })
  })
})
