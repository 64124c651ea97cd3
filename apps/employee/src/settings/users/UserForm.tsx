import { CheckboxField, CheckboxGroup, Paragraph, TextareaField, TextField } from '@signalen/ui'
import { useState } from 'react'
import type { DepartmentRow, Role, User } from '../../api/wire.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE } from '../api.ts'
import { ChangeHistory } from '../ChangeHistory.tsx'
import { SettingsForm } from '../SettingsForm.tsx'
import { toggle } from '../toggle.ts'
import { useSave } from '../use-save.ts'
import { InviteAgain } from './InviteAgain.tsx'
import { LeavePart } from './LeavePart.tsx'
import { isUserRight, toUserBody, toUserInput, type UserInput } from './user-input.ts'

interface UserFormProps {
  readonly user: User | undefined
  readonly roles: readonly Role[]
  readonly departments: readonly DepartmentRow[]
}

const LIST = '/instellingen/gebruikers'

export function UserForm({ user, roles, departments }: UserFormProps) {
  const { settings, people } = useMessages()
  const texts = settings.users
  const { may } = useRights()
  const [input, setInput] = useState<UserInput>(() => toUserInput(user, departments))
  const [isWrong, setIsWrong] = useState(false)
  const [isInvited, setIsInvited] = useState(true)
  const save = useSave('users', 'colleagues', 'me')
  const set = (change: Partial<UserInput>) => setInput({ ...input, ...change })
  function submit() {
    setIsWrong(!isUserRight(input))
    if (!isUserRight(input)) return document.getElementById('username')?.focus()
    const body = { ...toUserBody(input, user === undefined), ...(user ? {} : { send_invite: isInvited }) }
    if (user) save.mutate({ path: `${PRIVATE}/users/${user.id}`, method: 'PATCH', body, goTo: LIST })
    else save.mutate({ path: `${PRIVATE}/users/`, method: 'POST', body, goTo: LIST })
  }
  return (
    <SettingsForm
      title={user?.username ?? texts.create}
      back={{ to: LIST, label: texts.title }}
      canSave={may(user ? 'user.update' : 'user.create')}
      isSaving={save.isPending}
      error={save.error}
      onSubmit={submit}
      after={
        user && (
          <>
            {user.is_active && may('user.create') && <InviteAgain id={user.id} />}
            {user.is_active && may('user.update') && <LeavePart user={user} />}
            <ChangeHistory kind="users" path={`${PRIVATE}/users/${user.id}/history/`} />
          </>
        )
      }
    >
      <TextField
        id="username"
        name="username"
        type="email"
        autoComplete="off"
        label={texts.email}
        description={texts.emailHint}
        required
        readOnly={user !== undefined}
        value={input.username}
        error={isWrong ? texts.emailWrong : undefined}
        onChange={(event) => set({ username: event.target.value })}
      />
      <div className="signalen-inline-fields">
        <TextField
          id="first-name"
          name="first_name"
          autoComplete="off"
          label={texts.firstName}
          maxLength={150}
          value={input.firstName}
          onChange={(event) => set({ firstName: event.target.value })}
        />
        <TextField
          id="last-name"
          name="last_name"
          autoComplete="off"
          label={texts.lastName}
          maxLength={150}
          value={input.lastName}
          onChange={(event) => set({ lastName: event.target.value })}
        />
      </div>
      <CheckboxField
        id="is-active"
        name="is_active"
        label={texts.isActive}
        description={texts.isActiveHint}
        checked={input.isActive}
        onChange={(event) => set({ isActive: event.target.checked })}
      />
      {!user && (
        <CheckboxField
          id="send-invite"
          name="send_invite"
          label={people.invite}
          description={people.inviteText}
          checked={isInvited}
          onChange={(event) => setIsInvited(event.target.checked)}
        />
      )}
      {user?.is_superuser && <Paragraph>{texts.superuser}</Paragraph>}
      <CheckboxGroup
        id="roles"
        name="roles"
        label={texts.roles}
        choices={roles.map(({ id, name }) => ({ value: String(id), label: name }))}
        selected={input.roleIds}
        onSelect={(id) => set({ roleIds: toggle(input.roleIds, id) })}
      />
      <CheckboxGroup
        id="departments"
        name="departments"
        label={texts.departments}
        choices={departments.map(({ id, name }) => ({ value: String(id), label: name }))}
        selected={input.departmentIds}
        onSelect={(id) => set({ departmentIds: toggle(input.departmentIds, id) })}
      />
      <CheckboxGroup
        id="notifications"
        name="notifications"
        label={texts.notifications}
        choices={[
          { value: 'user', label: texts.notifyUser },
          { value: 'department', label: texts.notifyDepartment },
        ]}
        selected={[...(input.notifyUser ? ['user'] : []), ...(input.notifyDepartment ? ['department'] : [])]}
        onSelect={(kind, isOn) => set(kind === 'user' ? { notifyUser: isOn } : { notifyDepartment: isOn })}
      />
      <TextareaField
        id="user-note"
        name="note"
        rows={3}
        label={texts.note}
        value={input.note}
        onChange={(event) => set({ note: event.target.value })}
      />
    </SettingsForm>
  )
}
