import type { FormAnswer } from '@signalen/domain'
import type { ParkName } from './parks.ts'

/** What one reporter has to say. `{straat}` and `{nr}` become the street and house number of the place that is chosen. */
export type Voice = {
  sub: string
  text: string
  /** Answers to the questions of the category, by key; a choice by the id of its option. */
  answers?: Record<string, FormAnswer>
  /** A street of the built-in addresses, or a park; without either, a street where this may well happen. */
  street?: string
  park?: ParkName
  photo?: string
  /** What staff write when exactly this is done; otherwise a text that fits the category. */
  done?: string
  isUrgent?: true
  /** Written by an employee on a round through the town. */
  isStaff?: true
  /** Happened in the evening or at night. */
  atNight?: true
}

/** What staff write about one kind of report. */
export type Replies = {
  done: string[]
  planned?: string[]
  waiting?: string[]
  /** A question to the reporter, and what the reporter answers. */
  questions?: [string, string][]
  cancelled?: string[]
  notes?: string[]
  /** A photo that the handler adds when the work is done. */
  photoAfter?: string
}

export type Theme = {
  main: string
  handler: string
  voices: Voice[]
  replies: Replies
  repliesBySub?: Record<string, Partial<Replies>>
}
