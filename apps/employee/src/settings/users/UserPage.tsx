import { useParams } from 'react-router'
import { useDepartments } from '../../api/reference.ts'
import { Waiting } from '../../app/Waiting.tsx'
import { useRoles, useUser } from '../api.ts'
import { LoadFailure } from '../LoadFailure.tsx'
import { UserForm } from './UserForm.tsx'

export function Component() {
  const { id } = useParams()
  const user = useUser(id)
  const roles = useRoles().data
  const departments = useDepartments().data
  if (user.error) return <LoadFailure error={user.error} />
  if (!roles || !departments || (id !== undefined && !user.data)) return <Waiting />
  return <UserForm key={id ?? 'new'} user={user.data} roles={roles} departments={departments} />
}
