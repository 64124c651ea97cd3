import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { changeOpenSession } from './open-session.ts'
import type { SessionView } from './session-view.ts'
import { takeInFeedback } from './take-in-feedback.ts'
import { takeInForwardAnswer } from './take-in-forward-answer.ts'
import { takeInReaction } from './take-in-reaction.ts'

/** Closes a session that is complete, and lets follow what its questionnaire was made for. */
export async function submitSession(context: Context, uuid: string): Promise<SessionView> {
  return changeOpenSession(context, uuid, async (inside, session) => {
    if (!session.path.canFreeze) throw invalid(['Niet alle vereiste vragen zijn beantwoord.'])
    await inside.db.kysely
      .updateTable('qa_session')
      .set({ frozen: true })
      .where('id', '=', session.id)
      .execute()
    await followUp(inside, session)
    const startedAt = session.startedAt ?? inside.clock.now()
    return { ...session, startedAt, isFrozen: true }
  })
}

async function followUp(context: Context, session: SessionView): Promise<void> {
  if (session.signal === null) return
  switch (session.flow) {
    case 'REACTION_REQUEST':
      return takeInReaction(context, session, session.signal)
    case 'FORWARD_TO_EXTERNAL':
      return takeInForwardAnswer(context, session, session.signal)
    case 'FEEDBACK_REQUEST':
      return takeInFeedback(context, session)
    case 'EXTRA_PROPERTIES':
      return
  }
}
