import { CheckboxGroup, TextField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { Permission, Role } from '../../api/wire.ts'
import { NotFoundPage } from '../../app/error-pages.tsx'
import { Waiting } from '../../app/Waiting.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, usePermissions, useRoles } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { toggle } from '../toggle.ts'
import { useSave } from '../use-save.ts'
import { groupPermissions } from './group-permissions.ts'

export function Component() {
  const { id } = useParams()
  const roles = useRoles().data
  const permissions = usePermissions().data
  if (!roles || !permissions) return <Waiting />
  const role = roles.find((one) => String(one.id) === id)
  if (id !== undefined && !role) return <NotFoundPage />
  return <RoleForm key={id ?? 'new'} role={role} permissions={permissions} />
}

interface RoleFormProps {
  readonly role: Role | undefined
  readonly permissions: readonly Permission[]
}

const LIST = '/instellingen/rollen'

/** What people with this role may do, in words and by what it is about. */
function RoleForm({ role, permissions }: RoleFormProps) {
  const { settings } = useMessages()
  const texts = settings.roles
  const { may } = useRights()
  const [name, setName] = useState(role?.name ?? '')
  const [chosen, setChosen] = useState(() => role?.permissions.map(({ id }) => String(id)) ?? [])
  const [isMissing, setIsMissing] = useState(false)
  const save = useSave('roles', 'me', 'users')
  const groups = useMemo(() => groupPermissions(permissions), [permissions])
  function submit() {
    setIsMissing(name.trim() === '')
    if (name.trim() === '') return document.getElementById('role-name')?.focus()
    const body = { name: name.trim(), permission_ids: chosen.map(Number) }
    if (role) save.mutate({ path: `${PRIVATE}/roles/${role.id}`, method: 'PATCH', body, goTo: LIST })
    else save.mutate({ path: `${PRIVATE}/roles/`, method: 'POST', body, goTo: LIST })
  }
  return (
    <SettingsForm
      title={role?.name ?? texts.create}
      back={{ to: LIST, label: texts.title }}
      canSave={may(role ? 'role.update' : 'role.create')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      onRemove={
        role && may('role.delete')
          ? () => save.mutate({ path: `${PRIVATE}/roles/${role.id}`, method: 'DELETE', goTo: LIST })
          : undefined
      }
      after={
        role &&
        may('role.update') && (
          <ChangeHistory kind="roles" path={`${PRIVATE}/setting-history/role?id=${role.id}`} />
        )
      }
    >
      <TextField
        id="role-name"
        name="name"
        label={settings.name}
        required
        maxLength={150}
        value={name}
        error={isMissing ? settings.required : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      {groups.map((group) => (
        <CheckboxGroup
          key={group.about}
          id={`permissions-${group.about.replaceAll(/\W/g, '-')}`}
          name="permissions"
          label={`${texts.permissions}: ${group.about}`}
          choices={group.permissions.map((permission) => ({
            value: String(permission.id),
            label: permission.name,
          }))}
          selected={chosen}
          onSelect={(id) => setChosen(toggle(chosen, id))}
        />
      ))}
    </SettingsForm>
  )
}
