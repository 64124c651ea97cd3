import type { Permission } from '../../api/wire.ts'

export interface PermissionGroup {
  readonly about: string
  readonly permissions: readonly Permission[]
}

/** By what they are about, in the order in which they come. `_display` is «app | about | name». */
export function groupPermissions(permissions: readonly Permission[]): PermissionGroup[] {
  const groups = new Map<string, Permission[]>()
  for (const permission of permissions) {
    const about = permission._display.split('|')[1]?.trim() ?? ''
    groups.set(about, [...(groups.get(about) ?? []), permission])
  }
  return [...groups].map(([about, ofGroup]) => ({ about, permissions: ofGroup }))
}
