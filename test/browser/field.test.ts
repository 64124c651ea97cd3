import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { checkPage, launchBrowser } from './citizen-walk.ts'
import { COORDINATOR, changeBehindTheScreen, PHONE, visit, waitForReport } from './employee-walk.ts'

const ME = 'regisseur@waterveste.example'

describe.runIf(process.env.LONG === '1')('in the field', () => {
  let server: Server
  let browser: Browser
  let base: string

  beforeAll(async () => {
    server = await startServer()
    base = `http://localhost:${server.port}`
    browser = await launchBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    server?.remove()
  })

  async function openRoute(): Promise<Page> {
    const page = await visit({ browser, base, path: '/route', who: COORDINATOR, device: PHONE })
    const answer = await page.request.get(
      `${base}/signals/v1/private/signals/?status=m&kind=signal&page_size=4`,
    )
    const { results } = (await answer.json()) as { results: { id: number }[] }
    for (const { id } of results) await changeBehindTheScreen(page, id, { assigned_user_email: ME })
    await page.reload()
    await page.locator('.route [data-row]').nth(3).waitFor()
    return page
  }

  test('the route begins where one is, and what was taken along works without connection', async () => {
    const page = await openRoute()
    await checkPage(page)
    await page.context().grantPermissions(['geolocation'])
    const last = await page.locator('.route [data-row]').last().getAttribute('data-row')
    const place = await page.request.get(`${base}/signals/v1/private/signals/${last}`)
    const { location } = (await place.json()) as {
      location: { geometrie: { coordinates: [number, number] } }
    }
    const [longitude, latitude] = location.geometrie.coordinates
    await page.context().setGeolocation({ longitude, latitude })
    await page.getByRole('button', { name: 'Beginnen waar ik ben' }).click()
    await expect.poll(() => page.locator('.route [data-row]').first().getAttribute('data-row')).toBe(last)

    await page.getByRole('button', { name: 'Meenemen zonder verbinding' }).click()
    await page.getByText(/meldingen zijn meegenomen om/).waitFor({ timeout: 30_000 })
    await checkPage(page)
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: 'Mijn route' }).waitFor()
    await page.getByText('Geen verbinding').waitFor()
    await page.locator('.route [data-row-link]').first().click()
    await waitForReport(page)
    await page.getByLabel('Notitie toevoegen').fill('Buiten geschreven.')
    await page.getByRole('button', { name: 'Notitie toevoegen' }).click()
    await page.getByRole('alert').or(page.locator('.report')).getByText('Nog te versturen').waitFor()
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    const after = page.locator('label', { hasText: 'Foto na afloop' }).locator('input')
    await after.setInputFiles({ name: 'klaar.png', mimeType: 'image/png', buffer: png })
    await expect.poll(() => page.getByText('Na afloop').count()).toBeGreaterThan(0)
    await page.reload()
    await waitForReport(page)
    await page.getByText('Nog te versturen').waitFor()

    await page.context().setOffline(false)
    await page.locator('.history__words', { hasText: 'Buiten geschreven.' }).waitFor({ timeout: 30_000 })
    await expect.poll(() => page.getByText('Nog te versturen').count(), { timeout: 30_000 }).toBe(0)
    await page.getByText('Na afloop', { exact: true }).waitFor()
    await page.goto(`${base}/manage/route`)
    await page.getByRole('button', { name: 'Van dit apparaat halen' }).click()
    await page.getByText('Er staat niets meer op dit apparaat.').waitFor()
    expect(await page.evaluate<string[]>('caches.keys()')).toEqual([])
  })
})
