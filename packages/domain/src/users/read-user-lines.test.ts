import { describe, expect, it } from 'vitest'
import { readCsv } from './read-csv.ts'
import { readUserFile } from './read-user-lines.ts'

describe('lines of a CSV file', () => {
  it('have what stands between their separators, quoted or not', () => {
    expect(readCsv('\uFEFFa;b\r\n"x;y";"zei ""ja"""\r\n\r\n"twee\nregels";1\nlaatste')).toEqual([
      { number: 1, fields: ['a', 'b'] },
      { number: 2, fields: ['x;y', 'zei "ja"'] },
      { number: 4, fields: ['twee\nregels', '1'] },
      { number: 6, fields: ['laatste'] },
    ])
    expect(readCsv('a,b\n1,2')[1]?.fields).toEqual(['1', '2'])
  })
})

describe('users of a file', () => {
  it('have what the columns say, and nothing where there is no column', () => {
    expect(readUserFile('E-mailadres;Rollen\nlena@waterveste.example;Lezer, Schrijver\n')).toEqual({
      ok: true,
      lines: [
        {
          line: 2,
          email: 'lena@waterveste.example',
          firstName: undefined,
          lastName: undefined,
          roles: ['Lezer', 'Schrijver'],
          departments: undefined,
          reason: undefined,
        },
      ],
    })
  })

  it('say for each line what is wrong with it', () => {
    const file = readUserFile(
      `email;voornaam\n;Lena\nlena\na@b.example;x\nA@B.example;y\nc@d.example;${'x'.repeat(151)}`,
    )
    expect(file.ok && file.lines.map(({ reason }) => reason)).toEqual([
      'Er staat geen e-mailadres.',
      'Dit is geen e-mailadres.',
      undefined,
      'Dit e-mailadres staat er twee keer.',
      'De naam is te lang of kan niet.',
    ])
  })

  it.each(['', 'naam;rol\nLena;Lezer', 'email', `email\n${'a@b.example\n'.repeat(2001)}`])(
    'are not there in another file',
    (text) => {
      expect(readUserFile(text).ok).toBe(false)
    },
  )
})
