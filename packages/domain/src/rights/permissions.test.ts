import { describe, expect, it } from 'vitest'
import { namePermission } from './describe-rights.ts'
import {
  comparePermissions,
  displayPermission,
  isPermissionCode,
  LISTED_PERMISSION_CODES,
} from './permissions.ts'

describe('the catalogue of permissions', () => {
  it('lists 31 permissions, in the order in which clients know them', () => {
    expect(LISTED_PERMISSION_CODES).toHaveLength(31)
    expect(LISTED_PERMISSION_CODES.slice(0, 3)).toEqual([
      'sia_area_write',
      'sia_areatype_write',
      'sia_add_attachment',
    ])
    expect(LISTED_PERMISSION_CODES.at(-1)).toBe('sia_statusmessagetemplate_write')
    expect(['sia_write', 'sia_area_write'] as const).not.toEqual(
      (['sia_write', 'sia_area_write'] as const).toSorted(comparePermissions),
    )
  })

  it('displays what a permission is about', () => {
    expect(displayPermission('sia_area_write')).toBe('signals | Gebied | Kan gebieden schrijven.')
    expect(displayPermission('sia_add_i18next_translation_file')).toBe(
      'custompermission | Can create i18next translation file',
    )
    expect(isPermissionCode('constructor')).toBe(false)
    expect(namePermission('sia_read')).toBe('Leesrechten algemeen')
    expect(namePermission('own_invention')).toBe('own_invention')
  })
})
