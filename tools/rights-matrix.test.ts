import { readFileSync } from 'node:fs'
import { OPERATION_NAMES } from '@signalen/domain'
import { describe, expect, it } from 'vitest'
import { makeRightsMatrix, RIGHTS_MATRIX } from './rights-matrix.ts'

describe('docs/rights-matrix.md', () => {
  const page = readFileSync(RIGHTS_MATRIX, 'utf8')

  it('is what the table of rights says: if not, run node tools/rights-matrix.ts', () => {
    expect(page).toBe(makeRightsMatrix())
  })

  it('tells of every operation, for every role of the demonstration', () => {
    for (const operation of OPERATION_NAMES) expect(page).toContain(`(\`${operation}\`)`)
    expect(page).toContain('| Beheerder | Regisseur | Behandelaar | Klantcontact | Kijker |')
  })
})
