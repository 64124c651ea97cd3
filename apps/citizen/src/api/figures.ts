import { type Api, within } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

/** Undefined stands for too few to tell. */
export interface FigureRow {
  readonly reported: number | undefined
  readonly solved: number | undefined
  readonly medianDays: number | undefined
  readonly satisfiedPercent: number | undefined
}

export interface Figures {
  readonly from: Date
  readonly until: Date
  readonly total: FigureRow
  readonly months: readonly ({ readonly month: Date } & Pick<FigureRow, 'reported' | 'solved'>)[]
  readonly categories: readonly ({
    readonly name: string
    readonly slug: string
    /** Of the name, where that is not the language of the page. */
    readonly lang?: string | undefined
  } & FigureRow)[]
}

/** Undefined when they have not been counted yet, or cannot be had. */
export async function findFigures(api: Api): Promise<Figures | undefined> {
  const answer = await within(
    4000,
    api.get('/signals/v1/public/figures').catch(() => undefined),
  )
  if (!answer?.ok) return undefined
  const { from, until, total, months, categories } = fieldsOf(answer.body)
  return {
    from: new Date(textOf(from)),
    until: new Date(textOf(until)),
    total: readRow(total),
    months: listOf(months).map((month) => ({
      month: new Date(`${textOf(fieldsOf(month).month)}-01`),
      ...readRow(month),
    })),
    categories: listOf(categories).map((row) => ({
      name: textOf(fieldsOf(row).name),
      slug: textOf(fieldsOf(row).slug),
      ...readRow(row),
    })),
  }
}

function readRow(row: unknown): FigureRow {
  const { reported, solved, median_days, satisfied_percent } = fieldsOf(row)
  return {
    reported: numberOf(reported),
    solved: numberOf(solved),
    medianDays: numberOf(median_days),
    satisfiedPercent: numberOf(satisfied_percent),
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}
