/** The roles of which docs/stories tells, by the names of the files. */
export const STORY_NAMES = ['handler', 'coordinator', 'field-worker', 'administrator'] as const
export type StoryName = (typeof STORY_NAMES)[number]

export function isStoryName(name: string | undefined): name is StoryName {
  return STORY_NAMES.some((known) => known === name)
}

const LOADERS: Readonly<
  Record<StoryName, Readonly<Record<'nl' | 'en', () => Promise<{ default: string }>>>>
> = {
  handler: {
    nl: () => import('../../../../docs/stories/handler.nl.md?raw'),
    en: () => import('../../../../docs/stories/handler.md?raw'),
  },
  coordinator: {
    nl: () => import('../../../../docs/stories/coordinator.nl.md?raw'),
    en: () => import('../../../../docs/stories/coordinator.md?raw'),
  },
  'field-worker': {
    nl: () => import('../../../../docs/stories/field-worker.nl.md?raw'),
    en: () => import('../../../../docs/stories/field-worker.md?raw'),
  },
  administrator: {
    nl: () => import('../../../../docs/stories/administrator.nl.md?raw'),
    en: () => import('../../../../docs/stories/administrator.md?raw'),
  },
}

export async function readStory(name: StoryName, language: 'nl' | 'en'): Promise<string> {
  return (await LOADERS[name][language]()).default
}

export interface StoryPart {
  readonly title: string
  readonly text: string
}

/** The title of a story and its parts, each under its own heading. Pictures are for the guide on paper. */
export function readParts(markdown: string): {
  readonly title: string
  readonly parts: readonly StoryPart[]
} {
  const plain = markdown.replaceAll(/^!\[[^\]]*\]\([^)]*\)\s*$/gm, '').replaceAll('\r', '')
  const [head = '', ...rest] = plain.split(/^## /m)
  const [first = '', ...intro] = head.trim().split('\n')
  const parts = rest.map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title: title.trim(), text: lines.join('\n').trim() }
  })
  return {
    title: first.replace(/^#\s*/, ''),
    parts: [{ title: '', text: intro.join('\n').trim() }, ...parts].filter(({ text }) => text !== ''),
  }
}
