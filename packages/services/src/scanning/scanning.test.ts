import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describeEachDatabase, listHistory, openStaffApi, type StaffApi } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import type { VirusScanner } from '../ports.ts'
import { openTown, report, type TestTown } from '../signals/test-town.ts'
import { scanAttachment } from './scan-attachment.ts'
import { scanLeftovers } from './scan-leftovers.ts'

const EVIL = 'evil bytes'

/** Finds the evil bytes, unless it is away. */
function createScanner() {
  const scanner = {
    isAway: false,
    async scan(bytes: Readable) {
      if (scanner.isAway) throw new Error('the virus scanner did not answer in time')
      return (await buffer(bytes)).includes(EVIL) ? ('infected' as const) : ('clean' as const)
    },
  }
  return scanner satisfies VirusScanner
}

describeEachDatabase('uploads where a virus scanner is set', (database) => {
  let town: TestTown
  let api: StaffApi
  let scanner: ReturnType<typeof createScanner>
  let id: number
  let uuid: string

  beforeEach(async () => {
    town = await openTown(database)
    scanner = createScanner()
    api = await openStaffApi({ ...town.context, virusScanner: scanner })
    const made = await api.app.inject({
      method: 'POST',
      url: '/signals/v1/public/signals',
      headers: { host: 'localhost' },
      payload: report(),
    })
    ;({ id, signal_id: uuid } = made.json())
  })

  const context = () => ({ ...town.context, virusScanner: scanner })

  async function upload(content: string): Promise<{ location: string }> {
    const boundary = 'snede'
    const answer = await api.app.inject({
      method: 'POST',
      url: `/signals/v1/public/signals/${uuid}/attachments`,
      headers: { host: 'localhost', 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: [
        `--${boundary}`,
        'Content-Disposition: form-data; name="file"; filename="foto.jpg"',
        'Content-Type: image/jpeg',
        '',
        content,
        `--${boundary}--`,
        '',
      ].join('\r\n'),
    })
    expect(answer.statusCode).toBe(201)
    return answer.json()
  }

  const scansQueued = () => town.jobs.filter(({ name }) => name === 'attachment.scan')
  const list = async () => (await api.ask('GET', `/private/signals/${id}/attachments`)).body.results
  const findOnly = () =>
    town.context.db.kysely.selectFrom('attachment').select(['id', 'scan_state']).executeTakeFirstOrThrow()

  it('wait for it, and are seen by nobody before it has looked', async () => {
    expect((await upload('a photo')).location).toBe('')
    const { id: attachmentId, scan_state } = await findOnly()
    expect(scan_state).toBe('waiting')
    expect(scansQueued()).toEqual([
      { name: 'attachment.scan', data: { attachmentId }, key: `scan/${attachmentId}` },
    ])
    expect(await list()).toMatchObject([{ location: '', thumbnail: null }])

    await scanAttachment(context(), attachmentId)
    const [shown] = await list()
    const file = await api.app.inject(shown.location.replace('http://localhost', ''))
    expect([file.statusCode, file.body]).toEqual([200, 'a photo'])
    expect(shown.thumbnail).not.toBeNull()

    // An address that was given out before the scanner thought otherwise.
    await town.context.db.kysely.updateTable('attachment').set({ scan_state: 'infected' }).execute()
    for (const address of [shown.location, shown.thumbnail]) {
      expect((await api.app.inject(address.replace('http://localhost', ''))).statusCode).toBe(404)
    }
  })

  it('are never shown when they are infected, and staff are told', async () => {
    await upload(`some ${EVIL}`)
    const { id: attachmentId } = await findOnly()
    await scanAttachment(context(), attachmentId)
    await scanAttachment(context(), attachmentId)
    expect((await findOnly()).scan_state).toBe('infected')
    expect(await list()).toMatchObject([{ location: '', thumbnail: null }])
    const told = (await listHistory(town.context, id)).filter((line) => line.includes('virusscanner'))
    expect(told).toEqual([
      'note: Bijlage foto.jpg wordt niet getoond: de virusscanner vertrouwt het bestand niet.',
    ])
    expect(town.logs).toContainEqual({
      level: 'warn',
      fields: { attachmentId },
      message: 'an upload is infected and is not shown',
    })
  })

  it('go on waiting while it is away, and are offered again', async () => {
    await upload('a photo')
    const { id: attachmentId } = await findOnly()
    scanner.isAway = true
    await expect(scanAttachment(context(), attachmentId)).rejects.toThrow('in time')
    expect((await findOnly()).scan_state).toBe('waiting')
    expect(await scanLeftovers(context())).toBe(0)
    town.clock.advance({ hours: 2 })
    expect(await scanLeftovers(context())).toBe(1)
    expect(scansQueued()).toHaveLength(2)
    scanner.isAway = false
    await scanAttachment(context(), attachmentId)
    expect(await scanLeftovers(context())).toBe(0)
  })

  it('are as those of everyone where it was taken away since', async () => {
    await upload('a photo')
    const { id: attachmentId } = await findOnly()
    await scanAttachment(town.context, attachmentId)
    expect((await findOnly()).scan_state).toBeNull()
  })

  it('may be gone by then', async () => {
    await upload('a photo')
    const { id: attachmentId } = await findOnly()
    town.files.clear()
    await scanAttachment(context(), attachmentId)
    expect((await findOnly()).scan_state).toBe('clean')
    await town.context.db.kysely.deleteFrom('attachment').execute()
    await scanAttachment(context(), attachmentId)
  })

  it('are not scanned where none is set', async () => {
    api = town.api
    expect((await upload(`some ${EVIL}`)).location).not.toBe('')
    expect(scansQueued()).toEqual([])
  })
})
