import { randomUUID } from 'node:crypto'
import { findSubcategory } from '../api/categories.ts'
import { type SendResult, sendPhoto, sendReport } from '../api/signals.ts'
import { createDraft, type Draft, type DraftPhoto, type FailedPhoto } from '../drafts/draft.ts'
import { listCategories, type Visit } from '../http/visit.ts'
import { categoryOf, toReport } from '../rules/report.ts'
import { loadPlaceData } from './place-data.ts'

/**
 * Sends a draft once, however often this is asked: drafts change one at a time, and the key that goes along
 * lets the API recognise a report of which the answer was lost. Afterwards nothing personal is kept.
 */
export async function sendDraft(visit: Visit, draftId: string): Promise<SendResult> {
  let result: SendResult = { kind: 'failed' }
  // Kept before anything is sent: of a report that is sent again the API sees that it is the same.
  await visit.kit.drafts.change(draftId, (draft) => ({
    ...draft,
    askedAt: draft.askedAt ?? visit.kit.now().toISOString(),
    askedIn: draft.askedIn ?? visit.language,
  }))
  await visit.kit.drafts.change(draftId, async (draft) => {
    if (draft.sent) {
      result = { kind: 'sent', number: draft.sent.number, signalId: draft.sent.signalId }
      return draft
    }
    result = await send(visit, draft)
    // What was put right since an attempt that got no answer is another report.
    if (result.kind === 'other') result = await send(visit, { ...draft, key: randomUUID() })
    return result.kind === 'sent' ? finish(visit, { draft, draftId, sent: result }) : draft
  })
  return result
}

async function send(visit: Visit, draft: Draft): Promise<SendResult> {
  const { questions } = await loadPlaceData(visit, draft)
  const moment = draft.askedAt ? new Date(draft.askedAt) : visit.kit.now()
  const report = toReport(draft, { questions, now: moment, language: draft.askedIn ?? visit.language })
  return report ? sendReport(visit.api, report) : { kind: 'refused', faults: ['place'] }
}

interface Finish {
  readonly draft: Draft
  readonly draftId: string
  readonly sent: Extract<SendResult, { kind: 'sent' }>
}

async function finish(visit: Visit, { draft, draftId, sent }: Finish): Promise<Draft> {
  const failedPhotos = await sendPhotos(visit, draftId, sent.signalId, draft.photos)
  return {
    ...createDraft(draft.key),
    sent: {
      number: sent.number,
      signalId: sent.signalId,
      ...(await findHandling(visit, draft)),
      sentPhotos: draft.photos.length - failedPhotos.length,
      failedPhotos,
      mailFollows: draft.contact.email !== '',
    },
  }
}

/** One after the other, as together they would crowd out other visitors. Those that fail are kept. */
async function sendPhotos(visit: Visit, draftId: string, signalId: string, photos: readonly DraftPhoto[]) {
  const failed: FailedPhoto[] = []
  for (const photo of photos) {
    const bytes = await visit.kit.drafts.findPhoto(draftId, photo.id)
    const file = new File(bytes ? [new Uint8Array(bytes)] : [], photo.name, { type: photo.type })
    const failure = await sendPhoto(visit.api, signalId, file)
    if (failure) failed.push({ ...photo, failure })
    else await visit.kit.drafts.removePhoto(draftId, photo.id)
  }
  return failed
}

async function findHandling(visit: Visit, draft: Draft) {
  const categories = await listCategories(visit).catch(() => [])
  const found = findSubcategory(categories, categoryOf(draft))
  return { handlingMessage: found?.handlingMessage ?? '', handlingLang: found?.handlingLang }
}

/** Tries the photos again that did not arrive. */
export async function sendFailedPhotos(visit: Visit, draftId: string): Promise<void> {
  await visit.kit.drafts.change(draftId, async (draft) => {
    if (!draft.sent) return draft
    const { signalId, failedPhotos, sentPhotos } = draft.sent
    // A device that kept a photo brings it after the report.
    const unsent = [...failedPhotos, ...draft.photos]
    const still = await sendPhotos(visit, draftId, signalId, unsent)
    return {
      ...draft,
      photos: [],
      sent: {
        ...draft.sent,
        failedPhotos: still,
        sentPhotos: sentPhotos + unsent.length - still.length,
      },
    }
  })
}
