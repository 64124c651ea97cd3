import { findSubcategory } from '../api/categories.ts'
import { type SendResult, sendPhoto, sendReport } from '../api/signals.ts'
import { createDraft, type Draft, type DraftPhoto, type FailedPhoto } from '../drafts/draft.ts'
import type { Visit } from '../http/visit.ts'
import { categoryOf, toReport } from '../rules/report.ts'
import { loadPlaceData } from './place-data.ts'

/**
 * Sends a draft once, however often this is asked: drafts change one at a time, and the key that goes along
 * lets the API recognise a report of which the answer was lost. Afterwards nothing personal is kept.
 */
export async function sendDraft(visit: Visit, draftId: string): Promise<SendResult> {
  let result: SendResult = { kind: 'failed' }
  await visit.kit.drafts.change(draftId, async (draft) => {
    if (draft.sent) {
      result = { kind: 'sent', number: draft.sent.number, signalId: draft.sent.signalId }
      return draft
    }
    result = await send(visit, draft)
    return result.kind === 'sent' ? finish(visit, { draft, draftId, sent: result }) : draft
  })
  return result
}

async function send(visit: Visit, draft: Draft): Promise<SendResult> {
  const { questions } = await loadPlaceData(visit, draft)
  const report = toReport(draft, questions, visit.kit.now())
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
      handlingMessage: await findHandlingMessage(visit, draft),
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

async function findHandlingMessage(visit: Visit, draft: Draft): Promise<string> {
  const categories = await visit.kit.categories(visit.request.host, visit.api).catch(() => [])
  return findSubcategory(categories, categoryOf(draft))?.handlingMessage ?? ''
}

/** Tries the photos again that did not arrive. */
export async function sendFailedPhotos(visit: Visit, draftId: string): Promise<void> {
  await visit.kit.drafts.change(draftId, async (draft) => {
    if (!draft.sent) return draft
    const { signalId, failedPhotos, sentPhotos } = draft.sent
    const still = await sendPhotos(visit, draftId, signalId, failedPhotos)
    return {
      ...draft,
      sent: {
        ...draft.sent,
        failedPhotos: still,
        sentPhotos: sentPhotos + failedPhotos.length - still.length,
      },
    }
  })
}
