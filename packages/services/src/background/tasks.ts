import { failStuckSending } from '../city-control/fail-stuck-sending.ts'
import type { Context } from '../context.ts'
import { exportCsv } from '../exports/export-csv.ts'
import { countPublicFigures } from '../figures/count-public-figures.ts'
import { makeSuggestionReport } from '../models/make-suggestion-report.ts'
import { presentTraining, trainByClock } from '../models/train-by-clock.ts'
import { scanLeftovers } from '../scanning/scan-leftovers.ts'
import { refreshPublicMap } from '../signals/geography/refresh-public-map.ts'
import { clearSignalsBefore } from '../signals/list/clear-signals-before.ts'
import { learnSearchWords } from '../signals/search/learn-search-words.ts'
import { clearUnconfirmedSubscriptions, forgetFollowers } from '../subscriptions/forget-subscriptions.ts'
import { tellMapNews } from '../subscriptions/tell-map-news.ts'
import { anonymiseReporters } from './anonymise-reporters.ts'
import {
  clearBulkChanges,
  clearEmployeeSessions,
  clearFreeSessions,
  clearIdempotentAnswers,
  clearMyReportTokens,
  clearTaskRuns,
} from './clear-expired.ts'
import { closeForwards } from './close-forwards.ts'
import { closeReactionRequests } from './close-reaction-requests.ts'
import { deleteFiles } from './delete-files.ts'
import { deleteSignals } from './delete-signals.ts'
import { forgetMailLinks } from './forget-mail-links.ts'
import { findLastResult } from './task-runs.ts'

export type TaskResult = Readonly<Record<string, number>>

export interface AskedBy {
  /** Of the person who asked for it; absent when the clock did. */
  readonly userId?: number | undefined
}

export interface BackgroundTask {
  readonly name: string
  /** On the clock of the municipality. */
  readonly cron: string
  readonly does: string
  run(context: Context, asked: AskedBy): Promise<TaskResult>
}

/** Everything that the clock sets off. Each task may run twice, or be broken off and run again, without harm. */
export const BACKGROUND_TASKS: readonly BackgroundTask[] = [
  {
    name: 'close-reaction-requests',
    cron: '5 * * * *',
    does: 'Vragen aan melders afsluiten die na vijf dagen niet zijn beantwoord',
    run: async (context) => ({ closed: await closeReactionRequests(context) }),
  },
  {
    name: 'close-forwards',
    cron: '10 * * * *',
    does: 'Vragen aan externe partijen afsluiten die na veertien dagen niet zijn beantwoord',
    run: async (context) => ({ closed: await closeForwards(context) }),
  },
  {
    name: 'fail-stuck-sending',
    cron: '*/15 * * * *',
    does: 'Meldingen die te lang op verzenden naar CityControl wachten, op mislukt zetten',
    run: async (context) => ({ failed: await failStuckSending(context) }),
  },
  {
    name: 'clear-expired',
    cron: '20 * * * *',
    does: 'Verlopen sessies, inloglinks, aanvragen om mail, onthouden antwoorden en eerdere standen van meldingen opruimen',
    run: async (context) => ({
      employeeSessions: await clearEmployeeSessions(context),
      myReportTokens: await clearMyReportTokens(context),
      subscriptions: await clearUnconfirmedSubscriptions(context),
      idempotentAnswers: await clearIdempotentAnswers(context),
      bulkChanges: await clearBulkChanges(context),
      earlierStates: await clearSignalsBefore(context),
    }),
  },
  {
    name: 'clear-questionnaires',
    cron: '50 1 * * *',
    does: 'Vragenlijsten zonder melding opruimen die niet zijn afgemaakt',
    run: async (context) => ({ sessions: await clearFreeSessions(context) }),
  },
  {
    name: 'anonymise-reporters',
    cron: '10 2 * * *',
    does: 'Contactgegevens van melders en volgers wissen als de melding lang geleden is afgehandeld',
    run: async (context) => ({
      reporters: await anonymiseReporters(context),
      followers: await forgetFollowers(context),
    }),
  },
  {
    name: 'forget-mail-links',
    cron: '30 2 * * *',
    does: 'Persoonlijke links in verstuurde e-mail wissen als ze zijn verlopen',
    run: async (context) => {
      const last = await findLastResult(context, 'forget-mail-links')
      return forgetMailLinks(context, { through: last?.through ?? 0 })
    },
  },
  {
    name: 'delete-signals',
    cron: '40 2 * * *',
    does: 'Meldingen vernietigen waarvan de bewaartermijn voorbij is, als de gemeente dat wil',
    run: async (context) => ({ signals: await deleteSignals(context) }),
  },
  {
    name: 'delete-files',
    cron: '35 * * * *',
    does: 'Bestanden wissen die bij niets meer horen',
    run: async (context) => ({ files: await deleteFiles(context) }),
  },
  {
    name: 'refresh-public-map',
    cron: '*/30 * * * *',
    does: 'De openbare kaart bijwerken',
    run: async (context) => ({ signals: await refreshPublicMap(context) }),
  },
  {
    name: 'count-public-figures',
    cron: '55 3 * * *',
    does: 'De openbare cijfers over meldingen tellen',
    run: async (context) => ({ signals: await countPublicFigures(context) }),
  },
  {
    name: 'tell-map-news',
    cron: '40 * * * *',
    does: 'Mailen wat er nieuw is op de openbare kaart, aan wie daarom vroeg',
    run: async (context) => ({ mails: await tellMapNews(context) }),
  },
  {
    name: 'learn-search-words',
    cron: '25 4 * * *',
    does: 'Leren welke woorden in meldingen voorkomen, zodat zoeken typefouten begrijpt',
    run: async (context) => ({ words: await learnSearchWords(context) }),
  },
  {
    name: 'scan-leftovers',
    cron: '25 * * * *',
    does: 'Bestanden opnieuw aanbieden die op de virusscanner zijn blijven wachten',
    run: async (context) => ({ files: await scanLeftovers(context) }),
  },
  {
    name: 'export-csv',
    cron: '15 4 * * *',
    does: 'Bestanden voor het datawarehouse maken en oude opruimen',
    run: async (context) => ({ ...(await exportCsv(context)) }),
  },
  {
    name: 'train-classification',
    cron: '15 5 * * 6',
    does: 'Leren welke categorie bij welke meldingen hoort, als de gemeente dat wil',
    run: async (context, asked) => presentTraining(await trainByClock(context, asked)),
  },
  {
    name: 'judge-suggestions',
    cron: '45 5 * * *',
    does: 'Kijken hoe goed de voorstellen voor de categorie zijn',
    run: async (context) => ({ reports: await makeSuggestionReport(context) }),
  },
  {
    name: 'clear-task-runs',
    cron: '40 3 * * 0',
    does: 'Verslagen van dit werk opruimen die ouder zijn dan een jaar',
    run: async (context) => ({ runs: await clearTaskRuns(context) }),
  },
]
