import { z } from 'zod'
import { halPageOf } from './hal.ts'

export const standardAnswer = z.object({
  is_satisfied: z.boolean(),
  text: z.string(),
  topic: z.string().nullable(),
  open_answer: z.boolean(),
})

export const standardAnswerPage = halPageOf(standardAnswer)
