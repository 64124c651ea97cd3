import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formOf, send } from '../../test/lib/wire.ts'
import { anyAddress } from './from-many-addresses.ts'
import { addNote, type BenchRequest, check, create, listRequests, type Surroundings } from './requests.ts'
import type { SteadyRequest } from './steady-load.ts'

const PHOTO = join(import.meta.dirname, '..', '..', 'demo', 'photos', 'bicycle-wreck.jpg')

/** How often a second each is asked, of what is measured one by one elsewhere: the day of a busy city. */
const RATES: Readonly<Record<string, number>> = {
  'list of the 50 newest': 2,
  'list of the 50 newest, of a department': 2,
  'list by status': 1,
  'list by category': 1,
  'list by text in the address': 0.5,
  search: 0.5,
  detail: 3,
  history: 2,
  'likely duplicates': 1,
  'geography of 4,000': 0.5,
  'public map': 1,
  'public categories': 3,
  'PDF of one': 0.1,
  'CSV of two weeks': 0.05,
}

/** A bit of everything, that staff and residents ask for at the same time. */
export function listMixedRequests(
  surroundings: Surroundings & { readonly url: string },
): readonly SteadyRequest[] {
  const { client, url } = surroundings
  const paced = listRequests(surroundings).flatMap(paceOf)
  return [
    ...paced,
    { name: 'create', perSecond: 2, run: async (turn) => void (await create(client, turn)) },
    { name: 'create with a photo', perSecond: 0.2, run: (turn) => createWithPhoto(url, client, turn) },
    { name: 'add a note', perSecond: 1, run: addNote(surroundings) },
    {
      name: 'suggest a category',
      perSecond: 2,
      async run(turn) {
        const body = { text: `Er ligt grofvuil naast container ${turn} en het stinkt` }
        await check(client, '/signals/category/prediction', { method: 'POST', body }, 200)
      },
    },
    { name: 'form', perSecond: 2, run: async () => void (await check(client, '/', {}, 200)) },
  ]
}

function paceOf(request: BenchRequest): SteadyRequest[] {
  const perSecond = RATES[request.name]
  return perSecond === undefined ? [] : [{ ...request, perSecond }]
}

const photo = readFileSync(PHOTO)

async function createWithPhoto(url: string, client: Surroundings['client'], turn: number): Promise<void> {
  const { signal_id } = JSON.parse((await create(client, turn)).toString('utf8')) as { signal_id: string }
  const form = formOf({ field: 'file', name: 'foto.jpg', type: 'image/jpeg', bytes: photo })
  const path = `/signals/v1/public/signals/${signal_id}/attachments`
  const headers = { ...form.headers, 'x-forwarded-for': anyAddress() }
  const { status, text } = await send(url, path, { method: 'POST', ...form, headers })
  if (status !== 201) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`)
}
