import type { SignalListItem } from '@signalen/contract'
import type { SignalOrdering } from '@signalen/domain'
import { VisuallyHidden } from '@signalen/ui'
import type { ReactNode } from 'react'
import { DeadlineBadge, PriorityMark, StatusBadge } from '../components/badges.tsx'
import { StaffIcon } from '../components/StaffIcon.tsx'
import { formatDateTime, formatShortDateTime } from '../language/dates.ts'
import { useLanguage, useMessages } from '../language/language-context.tsx'
import { COLUMN_NAMES, type ColumnName } from './column-names.ts'
import { streetOf } from './street.ts'

export interface Column {
  /** The number is always there, as the way in. */
  readonly name: ColumnName | 'id'
  readonly ordering?: SignalOrdering
  /** Which way round one wants it first. */
  readonly startsDescending?: boolean
  readonly isStandard: boolean
  readonly render: (signal: SignalListItem) => ReactNode
}

/** How each column is shown. */
export const COLUMNS: Readonly<Record<ColumnName, Omit<Column, 'name'>>> = {
  priority: {
    ordering: 'priority',
    isStandard: true,
    render: (signal) => <PriorityMark priority={signal.priority.priority} />,
  },
  status: {
    ordering: 'status',
    isStandard: true,
    render: (signal) => <StatusBadge state={signal.status.state} />,
  },
  deadline: { isStandard: true, render: (signal) => <Deadline signal={signal} /> },
  sub_category: {
    ordering: 'sub_category',
    isStandard: true,
    render: (signal) => signal.category.sub,
  },
  text: { isStandard: true, render: (signal) => <Excerpt signal={signal} /> },
  address: {
    ordering: 'address',
    isStandard: true,
    render: (signal) => streetOf(signal) || signal.location.area_name,
  },
  created_at: {
    ordering: 'created_at',
    startsDescending: true,
    isStandard: true,
    render: (signal) => <Moment moment={signal.created_at} />,
  },
  assigned_user_email: {
    ordering: 'assigned_user_email',
    isStandard: true,
    render: (signal) => signal.assigned_user_email && <Person email={signal.assigned_user_email} />,
  },
  departments: {
    isStandard: false,
    render: (signal) =>
      signal.routing_departments?.map(({ code }) => code).join(', ') || signal.category.departments,
  },
  area_name: {
    ordering: 'area_name',
    isStandard: false,
    render: (signal) => signal.location.area_name,
  },
  postcode: { ordering: 'postcode', isStandard: false, render: (signal) => signal.location.postcode },
  main_category: {
    ordering: 'main_category',
    isStandard: false,
    render: (signal) => signal.category.main,
  },
  updated_at: {
    ordering: 'updated_at',
    startsDescending: true,
    isStandard: false,
    render: (signal) => <Moment moment={signal.updated_at} />,
  },
  type: { isStandard: false, render: (signal) => <TypeName code={signal.type.code} /> },
  source: { isStandard: false, render: (signal) => signal.source },
}

export const STANDARD_COLUMNS: readonly ColumnName[] = COLUMN_NAMES.filter((name) => COLUMNS[name].isStandard)

export function Deadline({ signal }: { readonly signal: SignalListItem }) {
  return (
    <DeadlineBadge
      state={signal.status.state}
      deadline={signal.category.deadline}
      deadlineFactor3={signal.category.deadline_factor_3}
    />
  )
}

export function Moment({ moment }: { readonly moment: string }) {
  const { language } = useLanguage()
  return (
    <time dateTime={moment} className="nowrap" title={formatDateTime(moment, language)}>
      {formatShortDateTime(moment, language)}
    </time>
  )
}

function Excerpt({ signal }: { readonly signal: SignalListItem }) {
  const { overview } = useMessages()
  return (
    <span className="excerpt">
      {signal.has_attachments && (
        <>
          <StaffIcon name="paperclip" />
          <VisuallyHidden>{overview.hasPhotos}: </VisuallyHidden>
        </>
      )}
      {signal.text}
    </span>
  )
}

/** The part of the address that tells colleagues apart. */
function Person({ email }: { readonly email: string }) {
  return <span title={email}>{email.split('@')[0]}</span>
}

function TypeName({ code }: { readonly code: string }) {
  const { labels } = useMessages()
  return Object.entries(labels.type).find(([known]) => known === code)?.[1] ?? code
}
