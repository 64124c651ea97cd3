import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSamePerson, nationalNumber, readIdentity } from './identity.ts'
import { excerptOf, findPattern, mentionsPerson, REDACTED, redactJson, redactText } from './mentions.ts'

const email = 'jan.jansen@voorbeeld.example'
const phone = '612345678'

function patternFor(mentions: Parameters<typeof findPattern>[0]): string {
  const pattern = findPattern(mentions)
  if (pattern === undefined) throw new Error('there is nothing to look for')
  return pattern
}

const pattern = patternFor({ identities: [{ email, phone }] })

describe('a person is named by', () => {
  it.each([
    '0612345678',
    '06 12345678',
    '06-12 34 56 78',
    '+31612345678',
    '+31 (0)6 1234 5678',
    '0031 6 12345678',
    '31612345678',
    '612345678',
  ])('a telephone number, however it is written: %s', (typed) => {
    expect(nationalNumber(typed)).toBe(phone)
    expect(readIdentity({ phone: typed })).toMatchObject({ value: { email: null, phone } })
    expect(isSamePerson({ email: null, phone }, { email: null, phone: typed })).toBe(true)
    expect(redactText(`Bel ${typed}, graag`, pattern)).toBe(`Bel ${REDACTED}, graag`)
    expect(redactText(`(${typed})`, pattern)).not.toMatch(/\d/)
  })

  it('an e-mail address, whatever its capitals', () => {
    expect(readIdentity({ email: ' Jan.Jansen@Voorbeeld.example ' })).toMatchObject({ value: { email } })
    expect(isSamePerson({ email, phone: null }, { email: 'JAN.jansen@voorbeeld.EXAMPLE', phone: null })).toBe(
      true,
    )
    expect(isSamePerson({ email, phone: null }, { email: null, phone: '0612345678' })).toBe(false)
  })

  it.each([
    [{}, 'non_field_errors'],
    [{ email: ' ', phone: '' }, 'non_field_errors'],
    [{ email: 'jan' }, 'email'],
    [{ phone: '112' }, 'phone'],
    [{ phone: 'bel mij' }, 'phone'],
    [{ phone: '1'.repeat(20) }, 'phone'],
  ])('nothing less: %j', (typed, field) => {
    expect(readIdentity(typed)).toMatchObject({ ok: false, errors: { [field]: [expect.any(String)] } })
  })
})

describe('a mention', () => {
  it.each([
    [`Mail naar ${email}.`, `Mail naar ${REDACTED}.`],
    [`<${email.toUpperCase()}>`, `<${REDACTED}>`],
    [`mailto:${email}?subject=x`, `mailto:${REDACTED}?subject=x`],
    [`https://x.example/?e=${encodeURIComponent(email)}&a=1`, `https://x.example/?e=${REDACTED}&a=1`],
    [`https://x.example/?u=a%3D${encodeURIComponent(email)}`, `https://x.example/?u=a%3D${REDACTED}`],
    [`${email},06-12345678`, `${REDACTED},${REDACTED}`],
    ['tel:+31612345678', `tel:${REDACTED}`],
  ])('is taken out of %s', (text, left) => {
    expect(redactText(text, pattern)).toBe(left)
  })

  it.each([
    `piet${email}`,
    `x-${email}`,
    `${email}s`,
    '10612345678',
    '06123456789',
    'melding 1612345678',
    'jan jansen',
    'voorbeeld.example',
  ])('is not another: %s', (text) => {
    expect(redactText(text, pattern)).toBe(text)
  })

  it('in a web page may be spelt otherwise', () => {
    const odd = "d'arc&co@voorbeeld.example"
    const oddPattern = patternFor({ identities: [{ email: odd, phone: null }] })
    expect(redactText('<a>d&#39;arc&amp;co@voorbeeld.example</a>', oddPattern)).toBe(`<a>${REDACTED}</a>`)
    expect(redactText(odd, oddPattern)).toBe(REDACTED)
  })

  it('of a name is a whole word', () => {
    const named = patternFor({ identities: [], words: ['Jan (sr.)', 'Jansen'] })
    expect(redactText('Jan (sr.) Jansen, jansen, Jansenstraat', named)).toBe(
      `${REDACTED} ${REDACTED}, ${REDACTED}, Jansenstraat`,
    )
  })

  it('of nobody is looked for in vain', () => {
    expect(findPattern({ identities: [{ email: null, phone: null }] })).toBeUndefined()
  })

  it('is shown with the words around it', () => {
    expect(excerptOf(`${'a '.repeat(100)}${email}${' b'.repeat(100)}`, pattern)).toMatch(
      /^…(a )+jan\.jansen@voorbeeld\.example( b)+…$/,
    )
    expect(excerptOf(email, pattern)).toBe(email)
    expect(excerptOf('nothing', pattern)).toBe('')
  })
})

describe('in whatever value', () => {
  const mention = fc.constantFrom(email, email.toUpperCase(), '06 1234 5678', '+31612345678')
  const text = fc
    .tuple(fc.string(), mention, fc.string())
    .map(([before, found, after]) => `${before} ${found} ${after}`)
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.jsonValue(),
      fc.constant(31612345678),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), mention), tie('node'), { maxKeys: 4 }),
    ),
  })).node

  it('nothing of the person is left', () => {
    fc.assert(
      fc.property(value, (before) => {
        expect(mentionsPerson(JSON.stringify(redactJson(before, pattern)) ?? '', pattern)).toBe(false)
      }),
    )
  })

  it('the rest stays as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (before) => {
        fc.pre(!mentionsPerson(JSON.stringify(before), pattern))
        expect(redactJson(before, pattern)).toEqual(before)
      }),
    )
  })
})
