import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isThemeToken, readTokenSet } from './read-token-set.ts'

describe('a theme of the NL Design System', () => {
  it('is read from CSS, with what differs in the dark', () => {
    const css = `/* --no: 1; */ .stad-theme { --utrecht-button-color: #fff; --Basis-Color: var(--a-b) }
      @media (prefers-color-scheme: dark) { .stad-theme { --utrecht-button-color: #000; } }
      .stad-theme { --basis-size: 1.5rem; }`
    expect(readTokenSet(css)).toEqual({
      tokens: { 'utrecht-button-color': '#fff', 'basis-color': 'var(--a-b)', 'basis-size': '1.5rem' },
      darkTokens: { 'utrecht-button-color': '#000' },
    })
  })

  it.each(['value', '$value'])('is read from JSON with %s', (key) => {
    const json = {
      utrecht: { button: { backgroundColor: { [key]: '{basis.color.action-1}', $type: 'color' } } },
      basis: { space: { md: { [key]: 16 } } },
    }
    expect(readTokenSet(JSON.stringify(json))?.tokens).toEqual({
      'utrecht-button-background-color': 'var(--basis-color-action-1)',
      'basis-space-md': '16',
    })
  })

  it.each(['', 'body { color: red }', '{"a": 1}', '{', '.a { --x: url(https://elders.example/x) }'])(
    'is not %j',
    (text) => {
      expect(readTokenSet(text)).toBeUndefined()
    },
  )

  it('never brings anything but plain values', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (name, value) => {
        const set = readTokenSet(`.x{--${name}:${value};}`)
        for (const [key, plain] of Object.entries(set?.tokens ?? {})) {
          expect(isThemeToken(key, plain)).toBe(true)
          expect(plain).not.toMatch(/[;{}<>\\]|url\(/i)
        }
      }),
    )
  })
})
