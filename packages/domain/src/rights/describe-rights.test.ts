import { describe, expect, it } from 'vitest'
import { describeRights, listOperationsNeeding, renderRightsMatrix } from './describe-rights.ts'
import { OPERATION_NAMES } from './operations.ts'

describe('the rights matrix', () => {
  const roles = [
    { name: 'Kijker', permissions: ['sia_read'] },
    { name: 'Regisseur', permissions: ['sia_read', 'sia_can_view_all_categories'] },
  ]

  it('has a row for every operation and a right for every role', () => {
    const rows = describeRights(roles)
    expect(rows.map((row) => row.operation)).toEqual(OPERATION_NAMES)
    for (const operation of ['signal.read', 'signal.list', 'report.read']) {
      expect(rows.find((row) => row.operation === operation)?.roles).toEqual([
        { role: 'Kijker', own: true, other: false },
        { role: 'Regisseur', own: true, other: true },
      ])
    }
  })

  it('can be read by an administrator', () => {
    const lines = renderRightsMatrix(roles).split('\n')
    expect(lines).toHaveLength(OPERATION_NAMES.length + 2)
    expect(lines).toContain(
      '| Een melding zien (`signal.read`) | `sia_read` | een melding die men mag zien | eigen afdeling | ja |',
    )
    expect(new Set(lines.map((line) => line.split(' | ').length))).toEqual(new Set([5]))
  })

  it('says what a permission is for', () => {
    expect(listOperationsNeeding('sia_split')).toEqual(['signal.split'])
    expect(listOperationsNeeding('sia_delete_attachment_of_other_user')).toEqual(['attachment.delete'])
  })
})
