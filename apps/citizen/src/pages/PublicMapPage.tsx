import {
  Alert,
  Button,
  formatDay,
  Heading,
  InLanguage,
  type Language,
  Link,
  Paragraph,
  SelectField,
  Stack,
} from '@signalen/ui'
import type { Area } from '../api/areas.ts'
import type { MainCategory } from '../api/categories.ts'
import type { PublicReport } from '../api/public-reports.ts'
import { type Messages, textLangFor } from '../messages/messages.ts'
import type { MapConfig } from '../options.ts'

interface ShownReport extends PublicReport {
  /** The names of the areas that it lies in. */
  readonly areas: readonly string[]
}

export interface PublicMapPageProps {
  readonly shown: readonly ShownReport[]
  /** Undefined when the reports cannot be had. */
  readonly count: number | undefined
  readonly categories: readonly MainCategory[]
  readonly areas: readonly Area[]
  readonly main: string
  readonly area: string
  readonly page: number
  readonly pages: number
  readonly messages: Messages
  readonly language: Language
  readonly map: MapConfig
}

/** Open reports as a list, and with script on a map as well. */
export function PublicMapPage(props: PublicMapPageProps) {
  const { messages, count } = props
  const text = messages.publicMap
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <Filters {...props} />
      {count === undefined ? (
        <Alert kind="warning" title={text.failed} />
      ) : (
        <Stack>
          <MapOfReports {...props} />
          <Heading level={2} look={3} id="lijst">
            {text.listTitle}
          </Heading>
          <Paragraph data-report-count="">{count === 0 ? text.none : text.count(count)}</Paragraph>
          <ReportList {...props} />
          {props.pages > 1 && <Pages {...props} />}
        </Stack>
      )}
    </Stack>
  )
}

function Filters({ categories, areas, main, area, messages, language }: PublicMapPageProps) {
  const text = messages.publicMap
  const lang = textLangFor(language)
  const types = [...new Set(areas.map(({ type }) => type))]
  const groups = types.map((type) => ({
    label: type,
    options: areas
      .filter((other) => other.type === type)
      .map(({ code, name }) => ({ value: code, label: name })),
  }))
  return (
    <form method="get" action="/meldingenkaart">
      <Stack>
        <SelectField
          id="onderwerp"
          name="onderwerp"
          label={text.main}
          emptyLabel={text.allMains}
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          defaultValue={main}
          lang={lang}
        />
        {areas.length > 0 && (
          <SelectField
            id="gebied"
            name="gebied"
            label={text.area}
            emptyLabel={text.allAreas}
            groups={groups}
            defaultValue={area}
            lang={lang}
          />
        )}
        <div className="signalen-actions">
          <Button type="submit">{text.filter}</Button>
        </div>
      </Stack>
    </form>
  )
}

/** Fetched when it is asked for, as the map is heavier than the rest. */
function MapOfReports({ map, messages, main, area, language }: PublicMapPageProps) {
  const text = messages.publicMap
  return (
    <div
      className="citizen-with-script"
      data-public-map={`/meldingenkaart/punten?${new URLSearchParams({ onderwerp: main, gebied: area })}`}
      data-map={JSON.stringify(map)}
      data-language={language}
      data-map-failed={text.mapFailed}
    >
      <div className="signalen-actions">
        <Button data-show-public-map="" aria-expanded={false} icon="pin">
          {text.showMap}
        </Button>
      </div>
      <Paragraph role="status" data-public-map-status="" className="citizen-place-status" />
      <div
        hidden
        className="citizen-map"
        data-public-map-canvas=""
        data-label={text.mapLabel}
        data-cluster={text.cluster}
        data-since={text.since('…')}
        data-zoom-in={messages.place.zoomIn}
        data-zoom-out={messages.place.zoomOut}
      />
    </div>
  )
}

function ReportList({ shown, messages, language }: PublicMapPageProps) {
  if (shown.length === 0) return null
  const lang = textLangFor(language)
  return (
    <ul className="citizen-public-reports" data-public-reports="">
      {shown.map(({ category, createdAt, areas, longitude, latitude }) => (
        <li key={`${createdAt.getTime()} ${longitude} ${latitude}`}>
          <strong>
            <InLanguage lang={lang}>{category}</InLanguage>
          </strong>
          <span>
            <InLanguage lang={lang}>{areas.join(', ')}</InLanguage>
            {areas.length > 0 && ', '}
            {messages.publicMap.since(formatDay(createdAt, language))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Pages({ page, pages, main, area, messages }: PublicMapPageProps) {
  const text = messages.publicMap
  const href = (other: number) =>
    `/meldingenkaart?${new URLSearchParams({ onderwerp: main, gebied: area, pagina: String(other) })}#lijst`
  return (
    <nav className="signalen-actions citizen-pages" aria-label={text.pages}>
      {page > 1 && (
        <Link href={href(page - 1)} rel="prev">
          {text.previous}
        </Link>
      )}
      <span>{text.page(page, pages)}</span>
      {page < pages && (
        <Link href={href(page + 1)} rel="next">
          {text.next}
        </Link>
      )}
    </nav>
  )
}
