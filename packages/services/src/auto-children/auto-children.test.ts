import { describeEachDatabase, listHistory, loadConfiguration, type QueuedJob } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { addAttachmentRows } from '../attachments/attachment-rows.ts'
import type { Settings } from '../settings/settings.ts'
import { categoryAddress, openTown, report, type TestTown } from '../signals/test-town.ts'
import { splitSignal } from './split-signal.ts'

const CONTAINERS = {
  categories: [
    {
      slug: 'afval',
      name: 'Afval',
      children: [
        {
          slug: 'container-is-vol',
          name: 'Container vol',
          departments: [{ code: 'AFV', isResponsible: true }],
        },
        {
          slug: 'container-glas-vol',
          name: 'Glascontainer vol',
          departments: [{ code: 'STW', isResponsible: true }],
          serviceLevelObjectives: [{ days: 1, useCalendarDays: true }],
        },
      ],
    },
  ],
}

const REST = { id: 'R1', type: 'Rest', label: 'Rest R1', coordinates: { lat: 52.36, lng: 4.95 } }
const GLASS = { id: 'G1', type: 'Glas', label: 'Glas G1' }
const PAPER = { id: 'P1', type: 'Papier', label: 'Papier P1', coordinates: { lat: 10, lng: 10 } }

describeEachDatabase('a report about several containers', (database) => {
  let town: TestTown

  async function open(settings: Partial<Settings>) {
    town = await openTown(database, settings)
    await loadConfiguration(town.context, CONTAINERS)
  }

  async function makeReport(assets: readonly object[], changes: object = {}): Promise<number> {
    const answer = await town.api.app.inject({
      method: 'POST',
      url: '/signals/v1/public/signals',
      headers: { host: 'localhost' },
      payload: report({
        category: { sub_category: categoryAddress('afval', 'container-is-vol') },
        reporter: { email: 'melder@voorbeeld.example' },
        extra_properties: [
          { id: 'extra_container', label: 'Welke?', category_url: '/afval/container-is-vol', answer: assets },
        ],
        ...changes,
      }),
    })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json().id
  }

  const splitsQueued = (): QueuedJob[] => town.jobs.filter(({ name }) => name === 'signal.split')
  const listChildren = (id: number) =>
    town.context.db.kysely
      .selectFrom('signal')
      .selectAll()
      .where('parent_id', '=', id)
      .orderBy('id')
      .execute()
  const getRow = (id: number) =>
    town.context.db.kysely.selectFrom('signal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  describe('where the municipality wants a child for each', () => {
    beforeEach(() => open({ splitPerContainer: true }))

    it('is looked at half a minute after it was made', async () => {
      const id = await makeReport([REST, GLASS])
      expect(splitsQueued()).toEqual([
        {
          name: 'signal.split',
          data: { signalId: id },
          key: `split/${id}`,
          startAfter: new Date(town.clock.now().getTime() + 30_000),
        },
      ])
    })

    it('gets a child for each, in its own category, at its own place, without whose it is', async () => {
      const id = await makeReport([REST, GLASS, PAPER])
      town.clock.advance({ minutes: 1 })
      const mails = town.jobs.filter(({ name }) => name === 'mail.send').length
      const made = await splitSignal(town.context, id)
      const parent = await getRow(id)
      const children = await listChildren(id)
      expect(children.map((child) => child.id)).toEqual(made)
      expect(parent).toMatchObject({
        child_count: 3,
        version: 2,
        updated_at: town.clock.now(),
        status_state: 'm',
      })
      expect(children.map(({ text }) => text)).toEqual([parent.text, parent.text, parent.text])
      expect(children[0]).toMatchObject({
        source: 'online',
        reporter_email: null,
        status_state: 'm',
        incident_date_start: parent.incident_date_start,
        area_code: 'O',
        category_id: parent.category_id,
        extra_properties: [{ id: 'extra_container', label: 'Container(s)', answer: [REST] }],
      })
      // Of glass it is another category; where it stands is not known, so it is at the place of the report.
      expect(children[1]).toMatchObject({
        area_code: 'W',
        extra_properties: [{ category_url: '/afval/container-glas-vol', answer: [GLASS] }],
        deadline: new Date('2026-11-25T10:01:00Z'),
      })
      expect(children[1]?.category_id).not.toBe(parent.category_id)
      // There is no category for paper here, and what says that it stands elsewhere in the world does not.
      expect(children[2]).toMatchObject({ area_code: 'W', category_id: parent.category_id })
      expect(await listHistory(town.context, id)).toEqual(expect.arrayContaining(['child', 'child', 'child']))
      expect(town.jobs.filter(({ name }) => name === 'mail.send')).toHaveLength(mails)
    })

    it('gives each child the photos, as files of its own', async () => {
      const id = await makeReport([REST, GLASS])
      town.files.set('default/a.jpg', Buffer.from('photo'))
      town.files.set('default/b.pdf', Buffer.from('paper'))
      const file = { thumbnail_key: null, size: 5, mimetype: 'image/jpeg', is_image: true }
      await town.context.db.transaction((trx) =>
        addAttachmentRows(
          { ...town.context, db: trx },
          {
            signalId: id,
            files: [
              { ...file, file_key: 'default/a.jpg', file_name: 'a.jpg' },
              {
                ...file,
                file_key: 'default/b.pdf',
                file_name: 'b.pdf',
                mimetype: 'application/pdf',
                is_image: false,
              },
            ],
            public: true,
            createdBy: null,
            notes: [],
            noteBy: null,
          },
        ),
      )
      const made = await splitSignal(town.context, id)
      const copies = await town.context.db.kysely
        .selectFrom('attachment')
        .select(['signal_id', 'file_key', 'file_name', 'created_by', 'public'])
        .where('signal_id', '<>', id)
        .orderBy('signal_id')
        .execute()
      expect(copies.map(({ signal_id }) => signal_id)).toEqual(made)
      expect(new Set(copies.map(({ file_key }) => file_key)).size).toBe(2)
      for (const { file_key, ...copy } of copies) {
        expect(copy).toMatchObject({ file_name: 'a.jpg', created_by: null, public: false })
        expect(town.files.get(file_key)?.toString()).toBe('photo')
      }
      expect((await listChildren(id)).map(({ attachment_count }) => attachment_count)).toEqual([1, 1])
    })

    it('is divided once, however often the job runs, and also when two run at once', async () => {
      const id = await makeReport([REST, GLASS])
      const outcomes = await Promise.all([splitSignal(town.context, id), splitSignal(town.context, id)])
      expect(outcomes.map(({ length }) => length).toSorted()).toEqual([0, 2])
      expect(await splitSignal(town.context, id)).toEqual([])
      expect(await listChildren(id)).toHaveLength(2)
    })

    it('stays whole when it was handled, or destroyed, meanwhile', async () => {
      const id = await makeReport([REST, GLASS])
      await town.api.ask('PATCH', `/private/signals/${id}`, {
        body: { status: { state: 'b', text: 'Bezig' } },
      })
      expect(await splitSignal(town.context, id)).toEqual([])
      await town.context.db.kysely.deleteFrom('signal').where('id', '=', id).execute()
      expect(await splitSignal(town.context, id)).toEqual([])
    })

    it('is not looked at in another category', async () => {
      await makeReport([REST, GLASS], { category: { sub_category: categoryAddress('afval', 'grofvuil') } })
      expect(splitsQueued()).toEqual([])
    })
  })

  it('stays whole by default', async () => {
    await open({})
    const id = await makeReport([REST, GLASS])
    expect(splitsQueued()).toEqual([])
    expect(await splitSignal(town.context, id)).toEqual([])
    expect(await listChildren(id)).toEqual([])
  })
})
