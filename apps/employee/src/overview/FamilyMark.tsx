import { VisuallyHidden } from '@signalen/ui'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { useMessages } from '../language/language-context.tsx'

interface FamilyMarkProps {
  readonly hasChildren: boolean
  readonly hasParent: boolean
}

/** Whether a report has parts, or is one. */
export function FamilyMark({ hasChildren, hasParent }: FamilyMarkProps) {
  const { overview } = useMessages()
  if (!hasChildren && !hasParent) return null
  const label = hasChildren ? overview.parent : overview.child
  return (
    <span className="family" title={label}>
      <StaffIcon name={hasChildren ? 'split' : 'forward'} />
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  )
}
