import {
  Heading,
  InLanguage,
  Link,
  LOCALES,
  Paragraph,
  type ReportLanguage,
  Stack,
  SummaryList,
} from '@signalen/ui'
import type { FigureRow, Figures } from '../api/figures.ts'
import type { Messages } from '../messages/messages.ts'

interface FiguresPageProps {
  readonly figures: Figures | undefined
  readonly messages: Messages
  readonly language: ReportLanguage
}

/** The past year in figures, as tables: they need no picture, and everyone can read them. */
export function FiguresPage(props: FiguresPageProps) {
  const { figures, messages } = props
  const text = messages.figures
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      {figures ? <Tables {...props} figures={figures} /> : <Paragraph lead>{text.notYet}</Paragraph>}
      <Paragraph>
        <Link href="/meldingenkaart">{text.back}</Link>
      </Paragraph>
    </Stack>
  )
}

function Tables({ figures, messages, language }: FiguresPageProps & { readonly figures: Figures }) {
  const text = messages.figures
  const show = presenter(messages, language)
  const { total } = figures
  return (
    <Stack>
      <Paragraph lead>{text.lead(show.day(figures.from), show.day(figures.until))}</Paragraph>
      <SummaryList
        rows={[
          { key: 'reported', label: text.reported, value: show.count(total.reported) },
          { key: 'solved', label: text.solved, value: show.count(total.solved) },
          { key: 'fast', label: text.fast, value: show.days(total) },
          { key: 'satisfied', label: text.satisfied, value: show.percent(total) },
        ]}
      />
      <Table
        id="per-onderwerp"
        title={text.bySubject}
        heads={[text.subject, text.reported, text.solved, text.fast, text.satisfied]}
        rows={figures.categories.map((row) => ({
          name: row.name,
          lang: row.lang,
          cells: [show.count(row.reported), show.count(row.solved), show.days(row), show.percent(row)],
        }))}
      />
      <Table
        id="per-maand"
        title={text.byMonth}
        heads={[text.month, text.reported, text.solvedOfMonth]}
        rows={figures.months.map((row) => ({
          name: show.month(row.month),
          cells: [show.count(row.reported), show.count(row.solved)],
        }))}
      />
      <Paragraph>{text.small}</Paragraph>
    </Stack>
  )
}

function presenter({ figures: text }: Messages, language: ReportLanguage) {
  const locale = LOCALES[language]
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const monthFormat = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    count: (count: number | undefined) => (count === undefined ? text.tooFew : number.format(count)),
    days: ({ medianDays }: FigureRow) =>
      medianDays === undefined ? text.tooFew : text.days(number.format(medianDays)),
    percent: ({ satisfiedPercent }: FigureRow) =>
      satisfiedPercent === undefined ? text.tooFew : text.percent(number.format(satisfiedPercent)),
    day: (day: Date) => dayFormat.format(day),
    month: (month: Date) => monthFormat.format(month),
  }
}

interface TableProps {
  readonly id: string
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly lang?: string | undefined
    readonly cells: readonly string[]
  }[]
}

/** On a phone each row stands by itself, with the heads beside its cells; the roles keep it a table for who hears it. */
function Table({ id, title, heads, rows }: TableProps) {
  return (
    <Stack tight>
      <Heading level={2} look={3} id={id}>
        {title}
      </Heading>
      {/* biome-ignore lint/a11y/noRedundantRoles: a table that is shown in another way loses its role */}
      <table className="citizen-figures" role="table" aria-labelledby={id}>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <thead role="rowgroup">
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tr role="row">
            {heads.map((head) => (
              // biome-ignore lint/a11y/noRedundantRoles: as above
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup">
          {rows.map(({ name, lang, cells }) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <tr key={name} role="row">
              {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
              <th scope="row" role="rowheader">
                <InLanguage lang={lang}>{name}</InLanguage>
              </th>
              {cells.map((cell, index) => (
                // biome-ignore lint/a11y/noRedundantRoles: as above
                <td key={heads[index + 1]} role="cell" data-head={heads[index + 1]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Stack>
  )
}
