import { expect, test } from 'vitest'
import type { Category } from '../api/wire.ts'
import { toSuggestions } from './suggestion.ts'

function categoryOf(slug: string, isActive = true): Category {
  const path = `/signals/v1/public/terms/categories/afval/sub_categories/${slug}`
  return {
    slug,
    is_active: isActive,
    _links: { self: { href: '', public: `http://x.example${path}` } },
  } as Category
}

const categories = [categoryOf('grofvuil'), categoryOf('afval'), categoryOf('oud', false)]
const at = (slug: string) =>
  `https://elders.example/signals/v1/public/terms/categories/afval/sub_categories/${slug}`

test('finds the categories by their address, wherever that points', () => {
  const found = toSuggestions(
    [
      [at('grofvuil'), at('afval')],
      [0.8, 0.1],
    ],
    categories,
  )
  expect(found.map(({ category, isSure }) => [category.slug, isSure])).toEqual([
    ['grofvuil', true],
    ['afval', false],
  ])
})

test('leaves out what is not there or no longer used', () => {
  expect(
    toSuggestions(
      [
        [at('oud'), at('weg'), 'onzin'],
        [0.9, 0.5, 0.4],
      ],
      categories,
    ),
  ).toEqual([])
})
