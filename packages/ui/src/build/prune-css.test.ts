import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prune } from './prune-css.ts'

function contentWith(text: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'signalen-prune-'))
  writeFileSync(join(folder, 'Page.tsx'), text)
  return [join(folder, '*.tsx')]
}

test('keeps rules for classes that are named, and leaves the others out', async () => {
  const css = '.used{color:red}.unused{color:blue}.used.unused{color:green}a{color:black}'
  expect(await prune(css, { content: contentWith('<p className="used">') })).toBe(
    '.used{color:red}a{color:black}',
  )
})

test('keeps of a list of selectors only what is used', async () => {
  const css = '.used:hover,.unused:hover{color:red}'
  expect(await prune(css, { content: contentWith("'used'") })).toBe('.used:hover{color:red}')
})

test('leaves out custom properties that nothing reads, also those read only by each other', async () => {
  const css = ':root{--a:1px;--b:var(--a);--c:2px}.x{width:var(--c)}'
  expect(await prune(css, { content: contentWith('x') })).toBe(':root{--c:2px}.x{width:var(--c)}')
})

test('keeps classes that a library makes, and keyframes', async () => {
  const css = '.library-map{color:red}@keyframes turn{from{opacity:0}}'
  expect(await prune(css, { content: contentWith(''), keep: /^library/ })).toBe(css)
})

test('a class inside :not() need not exist', async () => {
  const css = '.used:not(.other){color:red}'
  expect(await prune(css, { content: contentWith('used') })).toBe(css)
})
