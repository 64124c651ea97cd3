import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isNews, markOf, notesFor, readReleases } from './release-notes.ts'
import { readParts, STORY_NAMES } from './stories.ts'

const CHANGELOG = `# Changes

What is noticed.

## 1.2

- Staff: reports can be
  bundled.
- Operators: a dashboard.
- Administrators: rules.
- Anyone sees this.

## 1.1

- Residents: a form.
`

it('are read from the changelog, for who is concerned', () => {
  const [newest, before] = readReleases(CHANGELOG)
  expect(before).toEqual({ title: '1.1', notes: [{ audience: 'residents', text: 'A form.' }] })
  const textsFor = (isAdministrator: boolean) =>
    newest && notesFor(newest, isAdministrator).map(({ text }) => text)
  expect(textsFor(false)).toEqual(['Reports can be bundled.', 'Anyone sees this.'])
  expect(textsFor(true)).toEqual(['Reports can be bundled.', 'Rules.', 'Anyone sees this.'])
})

it('are news once, and not to who is new', () => {
  const mark = markOf(readReleases(CHANGELOG))
  expect(mark).toBe('1.2 (4)')
  expect([isNews(mark, null), isNews(mark, mark), isNews(mark, '1.1 (1)'), isNews('', '1.1 (1)')]).toEqual([
    false,
    false,
    true,
    false,
  ])
})

it('can be read from the changelog of this product', () => {
  const text = readFileSync(new URL('../../../../CHANGELOG.md', import.meta.url), 'utf8')
  const [newest] = readReleases(text)
  expect(newest && notesFor(newest, true).length).toBeGreaterThan(5)
})

it.each(STORY_NAMES.flatMap((name) => [`${name}.md`, `${name}.nl.md`]))(
  'stand beside the story %s',
  (file) => {
    const story = readParts(
      readFileSync(new URL(`../../../../docs/stories/${file}`, import.meta.url), 'utf8'),
    )
    expect(story.title).not.toBe('')
    expect(story.parts.length).toBeGreaterThan(2)
    expect(story.parts.map(({ text }) => text).join()).not.toContain('![')
  },
)
