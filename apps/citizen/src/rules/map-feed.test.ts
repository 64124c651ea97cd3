import { expect, test } from 'vitest'
import { writeFeed } from './map-feed.ts'

test('nothing that a municipality writes can break the feed', () => {
  const feed = writeFeed({
    self: 'https://melden.example/nieuw.xml?a=1&b=2',
    page: 'https://melden.example/',
    title: 'Café <& "Zo">\u0007',
    author: "'t Dorp",
    language: 'nl',
    updated: new Date('2026-11-24T10:00:00Z'),
    entries: [],
  })
  expect(feed).toContain('<title>Café &lt;&amp; &quot;Zo&quot;&gt;</title>')
  expect(feed).toContain('<name>&apos;t Dorp</name>')
  expect(feed).toContain('?a=1&amp;b=2')
  expect(feed).toContain('<updated>2026-11-24T10:00:00.000Z</updated>')
})
