import { HISTORY_WHATS } from '@signalen/domain'
import type { HistoryLine } from '../../api/wire.ts'
import { toDay } from '../../language/dates.ts'

export const STORIES = ['all', 'status', 'notes', 'changes', 'reporter'] as const
export type Story = (typeof STORIES)[number]

const STORY_OF: Readonly<Record<string, Story>> = {
  [HISTORY_WHATS.status]: 'status',
  [HISTORY_WHATS.note]: 'notes',
  [HISTORY_WHATS.feedback]: 'reporter',
  [HISTORY_WHATS.reporter]: 'reporter',
  [HISTORY_WHATS.externalReaction]: 'reporter',
  [HISTORY_WHATS.noExternalReaction]: 'reporter',
}

export function storyOf(line: HistoryLine): Story {
  return STORY_OF[line.what] ?? 'changes'
}

export interface StoryDay {
  readonly day: string
  readonly lines: readonly HistoryLine[]
}

/** Lines of one kind of story by the day that they happened, in the order in which they came. */
export function groupByDay(lines: readonly HistoryLine[], story: Story): StoryDay[] {
  const wanted = lines.filter((line) => story === 'all' || storyOf(line) === story)
  const days = new Map<string, HistoryLine[]>()
  for (const line of wanted) {
    const day = toDay(line.when)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days].map(([day, ofDay]) => ({ day, lines: ofDay }))
}

export function countStories(lines: readonly HistoryLine[]): Readonly<Record<Story, number>> {
  const count = (story: Story) => lines.filter((line) => storyOf(line) === story).length
  return {
    all: lines.length,
    status: count('status'),
    notes: count('notes'),
    changes: count('changes'),
    reporter: count('reporter'),
  }
}
