import { findStatusAfterReaction, TEXT_LIMITS } from '@signalen/domain'
import type { Context } from '../context.ts'
import { findReactionText } from './reaction-text.ts'
import type { SessionSubject, SessionView } from './session-view.ts'
import { setSystemStatus } from './set-system-status.ts'

/** What the reporter answered to our question becomes the text of the next status. */
export async function takeInReaction(
  context: Context,
  session: SessionView,
  signal: SessionSubject,
): Promise<void> {
  const text = findReactionText(session).slice(0, TEXT_LIMITS.statusText)
  await setSystemStatus(context, signal.id, findStatusAfterReaction(text))
}
