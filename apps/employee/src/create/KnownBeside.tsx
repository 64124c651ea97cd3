import type { SignalListItem } from '@signalen/contract'
import { isEmailAddress, OPEN_STATUS_CODES } from '@signalen/domain'
import { Heading } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { read } from '../api/request.ts'
import { useGeography } from '../api/signals.ts'
import type { Page } from '../api/wire.ts'
import { StatusBadge } from '../components/badges.tsx'
import type { Place } from '../components/PlacePicker.tsx'
import { formatShortDateTime } from '../language/dates.ts'
import { useLanguage } from '../language/language-context.tsx'
import { findNearby } from './nearby.ts'

interface KnownBesideProps {
  readonly email: string
  readonly place: Place | null
  readonly subSlug: string | undefined
}

const NEARBY_METRES = 100

/** What is known already of this caller and this place, while they are still on the phone. */
export function KnownBeside({ email, place, subSlug }: KnownBesideProps) {
  const { create } = useLanguage().messages
  const isCaller = isEmailAddress(email.trim())
  const isPlace = place !== null && subSlug !== undefined
  return (
    <aside className="panel create__beside" aria-label={create.beside}>
      <Heading level={2} look={4}>
        {create.beside}
      </Heading>
      {!isCaller && !isPlace && <p className="panel__text">{create.nothingKnown}</p>}
      {isPlace && <NearbyReports place={place} subSlug={subSlug} />}
      {isCaller && <EarlierReports email={email.trim()} />}
    </aside>
  )
}

function NearbyReports({ place, subSlug }: { readonly place: Place; readonly subSlug: string }) {
  const { language, messages } = useLanguage()
  const { create, overview } = messages
  const query = new URLSearchParams({ category_slug: subSlug })
  for (const status of OPEN_STATUS_CODES) query.append('status', status)
  const { data } = useGeography(query.toString(), true)
  if (!data) return null
  const nearby = findNearby(data.features ?? [], place.coordinates, NEARBY_METRES)
  return (
    <KnownList title={create.nearby} isEmpty={nearby.length === 0} empty={create.noNearby}>
      {nearby.map(({ id, created_at, metres }) => (
        <li key={id} className="compact-list__item">
          <NewTabLink id={id}>{overview.open(id)}</NewTabLink>
          <span>{create.metres(metres)}</span>
          <span>{formatShortDateTime(created_at, language)}</span>
        </li>
      ))}
    </KnownList>
  )
}

function EarlierReports({ email }: { readonly email: string }) {
  const { language, messages } = useLanguage()
  const { create } = messages
  const query = new URLSearchParams({ reporter_email: email, page_size: '10' })
  const { data } = useQuery({
    queryKey: ['signals', 'of-reporter', email],
    queryFn: () => read<Page<SignalListItem>>(`/signals/v1/private/signals/?${query}`),
    gcTime: 60_000,
  })
  if (!data) return null
  return (
    <KnownList title={create.earlier} isEmpty={data.results.length === 0} empty={create.noEarlier}>
      {data.results.map((signal) => (
        <li key={signal.id} className="compact-list__item">
          <NewTabLink id={signal.id}>{signal.id_display}</NewTabLink>
          <span>{signal.category.sub}</span>
          <StatusBadge state={signal.status.state} />
          <span>{formatShortDateTime(signal.created_at, language)}</span>
        </li>
      ))}
    </KnownList>
  )
}

interface KnownListProps {
  readonly title: string
  readonly isEmpty: boolean
  readonly empty: string
  readonly children: ReactNode
}

function KnownList({ title, isEmpty, empty, children }: KnownListProps) {
  return (
    <div className="create__known" role="status">
      <Heading level={3} look={4}>
        {title}
      </Heading>
      {isEmpty ? <p className="panel__text">{empty}</p> : <ul className="compact-list">{children}</ul>}
    </div>
  )
}

/** Beside the form, which stays as it is. */
function NewTabLink({ id, children }: { readonly id: number; readonly children: ReactNode }) {
  const { create } = useLanguage().messages
  return (
    <a className="nl-link" href={`/manage/incident/${id}`} target="_blank" rel="noreferrer">
      {children}
      <span className="signalen-visually-hidden">, {create.opensTab}</span>
    </a>
  )
}
