import { describeEachDatabase, loadConfiguration } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { refreshPublicMap } from '../signals/geography/refresh-public-map.ts'
import { categoryAddress, openTown, report, type TestTown } from '../signals/test-town.ts'
import { tellMapNews } from '../subscriptions/tell-map-news.ts'
import { sendMail } from './send-mail.ts'

const LAMP = { category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') } }
const REPORTER = { reporter: { email: 'melder@voorbeeld.example' } }

describeEachDatabase('mail in the language of who reads it', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
    await loadConfiguration(town.context, {
      categories: [
        {
          slug: 'wegen',
          name: 'Wegen',
          translations: { en: { publicName: 'Roads' } },
          children: [
            {
              slug: 'lantaarnpaal',
              name: 'Lantaarnpaal',
              handlingMessage: 'Binnen 3 weken.',
              translations: { en: { publicName: 'Street light', handlingMessage: 'Within 3 weeks.' } },
            },
          ],
        },
      ],
      emailTemplates: [
        {
          key: 'signal_created',
          title: 'Dank',
          body: '{{ sub_category_public_name }}: {{ afhandelings_text }}',
        },
        {
          key: 'signal_created',
          language: 'en',
          title: 'Thanks',
          body: '{{ main_category_public_name }}, {{ sub_category_public_name }}, {{ created_at|date:"j F" }}: {{ afhandelings_text }}',
        },
        {
          key: 'map_news',
          language: 'en',
          title: 'News',
          body: '{{ subject_in_words }}: {% for report in reports %}{{ report }}{% endfor %} {{ unsubscribe_url }}',
        },
      ],
    })
  })

  const send = (path: string, body: object) => town.api.ask('POST', `/public/${path}`, { body, as: null })
  const listMails = (template: string) =>
    town.context.db.kysely
      .selectFrom('mail')
      .selectAll()
      .where('template_key', '=', template)
      .orderBy('id')
      .execute()

  it('goes to a reporter in the language of the form, where the occasion has a text in it', async () => {
    for (const language of ['en', 'tr', undefined]) {
      const body = report({ ...LAMP, ...REPORTER, ...(language && { language }) })
      expect((await send('signals', body)).status).toBe(201)
    }
    expect((await send('signals', report({ language: 'xx' }))).status).toBe(400)
    const mails = await listMails('signal_created')
    expect(mails.map(({ subject, body_text }) => [subject, body_text.trim()])).toEqual([
      ['Thanks', 'Roads, Street light, 24 November: Within 3 weeks.'],
      ['Dank', 'Lantaarnpaal kapot: Binnen 3 weken.'],
      ['Dank', 'Lantaarnpaal kapot: Binnen 3 weken.'],
    ])
    expect(mails.map(({ body_html }) => /<html lang="(\w+)"/.exec(body_html)?.[1])).toEqual([
      'en',
      'nl',
      'nl',
    ])
    expect(mails[0]?.unsubscribe_url).toBeNull()
    // Staff see who reads what; of who reads Dutch nothing is said.
    const { body } = await town.api.ask('GET', '/private/signals/?ordering=id')
    const readers = body.results.map(({ reporter }: { reporter: object }) => reporter)
    expect(readers).toMatchObject([{ language: 'en' }, { language: 'tr' }, {}])
    expect(readers[2]).not.toHaveProperty('language')
  })

  it('goes to a subscriber in the language in which they asked, with one press to stop it', async () => {
    const wish = { email: 'buur@voorbeeld.example', category: 'wegen', pace: 'at once', language: 'en' }
    await send('subscriptions', wish)
    const [question] = await listMails('subscription_confirm')
    expect(question?.body_text).toContain('U vroeg ons om mail over nieuwe meldingen over Straten en pleinen')
    const token = /bevestig\/([\w-]{43})/.exec(question?.body_text ?? '')?.[1]
    await send('subscriptions/confirm', { token })
    await send('signals', report(LAMP))
    await refreshPublicMap(town.context)
    expect(await tellMapNews(town.context)).toBe(1)
    const [news] = await listMails('map_news')
    expect(news).toMatchObject({ subject: 'News' })
    expect(news?.body_text).toContain(
      'new reports about Roads in Gemeente: Street light, reported on 24 November',
    )
    expect(news?.unsubscribe_url).toMatch(/^https:\/\/burger\.example\/volgen\/stop\/[\w-]{43}$/)
    await sendMail(town.context, { mailId: news?.id ?? 0, attempt: 1 })
    expect(town.outbox.at(-1)).toMatchObject({ unsubscribeUrl: news?.unsubscribe_url })
  })
})
