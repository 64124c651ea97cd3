import type { FastifyInstance } from 'fastify'
import { findNearestAddress, searchAddresses } from '../api/addresses.ts'
import { fieldsOf, textOf } from '../api/read-json.ts'
import type { ChosenPlace, PlaceSource } from '../drafts/draft.ts'
import { findDraft, type Kit, openVisit } from '../http/visit.ts'
import { isWithin, writePlaceValue } from '../rules/place.ts'

/** What the scripts of the pages ask. Places go in the body, so that they stand in no address and no log. */
export function smallAnswerRoutes(app: FastifyInstance, kit: Kit): void {
  app.post('/melden/adressen', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const query = textOf(fieldsOf(request.body).query).trim().slice(0, 200)
    const found = query.length < 2 ? [] : ((await searchAddresses(visit.api, query)) ?? [])
    const inside = found.filter((place) => isWithin(place, visit.site.map))
    return inside.map((place) => ({ label: place.display, value: writePlaceValue(place) }))
  })

  app.post('/melden/plek', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { longitude, latitude, source: given } = fieldsOf(request.body)
    if (typeof longitude !== 'number' || typeof latitude !== 'number') return reply.code(400).send({})
    const source: PlaceSource = given === 'device' ? 'device' : 'map'
    const pin: ChosenPlace = { source, longitude, latitude, address: null, display: '' }
    if (!isWithin(pin, visit.site.map)) return { isOutside: true }
    const nearest = await findNearestAddress(visit.api, longitude, latitude, source)
    // The point is where the reporter pointed; the address is only what lies nearest to it.
    const place = nearest ? { ...nearest, longitude, latitude } : pin
    return { isOutside: false, label: place.display, value: writePlaceValue(place) }
  })

  app.get<{ Params: { id: string } }>('/melden/foto/:id', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const draft = await findDraft(visit)
    const photo = draft?.photos.find(({ id }) => id === request.params.id)
    const bytes = photo && visit.draftId ? await kit.drafts.findPhoto(visit.draftId, photo.id) : undefined
    if (!photo || !bytes) return reply.callNotFound()
    return reply
      .type(photo.type)
      .header('cache-control', 'private, max-age=3600')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', 'inline')
      .send(Buffer.from(bytes))
  })
}
