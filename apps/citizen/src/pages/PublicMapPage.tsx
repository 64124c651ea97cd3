import {
  Alert,
  Button,
  formatDay,
  Heading,
  InLanguage,
  Link,
  Paragraph,
  type ReportLanguage,
  SelectField,
  Stack,
  VisuallyHidden,
} from '@signalen/ui'
import type { Area } from '../api/areas.ts'
import type { MainCategory } from '../api/categories.ts'
import type { PublicReport } from '../api/public-reports.ts'
import { type Messages, textLangFor } from '../messages/messages.ts'
import type { MapConfig } from '../options.ts'
import {
  type MapFilter,
  PERIODS,
  SOLVED_PERIODS,
  STATE_WORDS,
  writeFeedQuery,
  writeMapQuery,
} from '../rules/map-filter.ts'
import { MapOfReports } from './MapOfReports.tsx'

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
  readonly filter: MapFilter
  readonly page: number
  readonly pages: number
  readonly messages: Messages
  readonly language: ReportLanguage
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
          <MapOfReports {...props} points={`/meldingenkaart/punten${writeMapQuery(props.filter)}`} />
          <Heading level={2} look={3} id="lijst">
            {text.listTitle}
          </Heading>
          <Paragraph data-report-count="">{presentCount(props, count)}</Paragraph>
          <ReportList {...props} />
          {props.pages > 1 && <Pages {...props} />}
        </Stack>
      )}
      <WaysToHear {...props} />
    </Stack>
  )
}

function presentCount({ messages, filter }: PublicMapPageProps, count: number): string {
  const { none, count: open, solved } = messages.publicMap
  if (count === 0) return none
  return filter.state === 'solved' ? solved(count) : open(count)
}

/** By mail or by a feed, about what the filter shows; and how it goes in figures. */
function WaysToHear({ messages, filter, language }: PublicMapPageProps) {
  const text = messages.publicMap
  const query = writeMapQuery({ ...filter, state: 'open', days: undefined })
  return (
    <section aria-labelledby="meer">
      <Stack tight>
        <Heading level={2} look={3} id="meer">
          {text.more}
        </Heading>
        <ul>
          <li>
            <Link href={`/volgen/kaart${query}`}>{text.byMail}</Link>
          </li>
          <li>
            <Link
              href={`/meldingenkaart/nieuw.xml${writeFeedQuery(filter, language)}`}
              type="application/atom+xml"
            >
              {text.byFeed}
            </Link>
          </li>
          <li>
            <Link href="/meldingenkaart/cijfers">{text.figures}</Link>
          </li>
        </ul>
      </Stack>
    </section>
  )
}

function Filters({ categories, areas, filter, messages, language }: PublicMapPageProps) {
  const { main, area, state, days } = filter
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
        <div className="citizen-filters">
          <SelectField
            id="onderwerp"
            name="onderwerp"
            label={text.main}
            emptyLabel={text.allMains}
            options={categories.map(({ slug, name, lang }) => ({ value: slug, label: name, lang }))}
            defaultValue={main}
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
          <SelectField
            id="toon"
            name="toon"
            label={text.state}
            options={[
              { value: STATE_WORDS.open, label: text.states.open },
              { value: STATE_WORDS.solved, label: text.states.solved },
            ]}
            defaultValue={STATE_WORDS[state]}
          />
          <SelectField
            id="dagen"
            name="dagen"
            label={text.period}
            emptyLabel={text.allPeriods}
            options={(state === 'solved' ? SOLVED_PERIODS : PERIODS).map((period) => ({
              value: String(period),
              label: text.days(period),
            }))}
            defaultValue={days ? String(days) : ''}
          />
        </div>
        <div className="signalen-actions">
          <Button type="submit">{text.filter}</Button>
        </div>
      </Stack>
    </form>
  )
}

function ReportList({ shown, messages, language }: PublicMapPageProps) {
  const text = messages.publicMap
  if (shown.length === 0) return null
  const lang = textLangFor(language)
  return (
    <ul className="citizen-public-reports" data-public-reports="">
      {shown.map(
        (
          { category, lang: categoryLang, reportedOn, solvedOn, reference, areas, longitude, latitude },
          index,
        ) => (
          <li key={reference || `${index} ${longitude} ${latitude}`}>
            <strong>
              <InLanguage lang={categoryLang}>{category}</InLanguage>
            </strong>
            <span>
              <InLanguage lang={lang}>{areas.join(', ')}</InLanguage>
              {areas.length > 0 && ', '}
              {text.since(formatDay(reportedOn, language))}
              {solvedOn && `, ${text.solvedOn(formatDay(solvedOn, language))}`}
            </span>
            {reference && (
              <Link href={`/volgen/melding/${reference}`}>
                {messages.nearby.follow}
                <VisuallyHidden>
                  : {category}, {text.since(formatDay(reportedOn, language))}
                </VisuallyHidden>
              </Link>
            )}
          </li>
        ),
      )}
    </ul>
  )
}

function Pages({ page, pages, filter, messages }: PublicMapPageProps) {
  const text = messages.publicMap
  const href = (other: number) => `/meldingenkaart${writeMapQuery(filter, other)}#lijst`
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
