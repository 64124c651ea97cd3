import { SYSTEM_AUTHOR } from '@signalen/domain'
import { Alert, Heading, Paragraph } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { useHistory } from '../../api/signals.ts'
import type { HistoryLine } from '../../api/wire.ts'
import { StaffIcon, type StaffIconName } from '../../components/StaffIcon.tsx'
import { formatLongDate, formatTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'
import { countStories, groupByDay, STORIES, type Story, storyOf } from './story.ts'

/** What happened, newest first, with who and when. */
export function HistorySection() {
  const { language, messages } = useLanguage()
  const { report } = messages
  const { signal } = useReport()
  const { data: lines, error } = useHistory(signal.id)
  const [story, setStory] = useState<Story>('all')
  const counts = useMemo(() => countStories(lines ?? []), [lines])
  const days = useMemo(() => groupByDay(lines ?? [], story), [lines, story])
  return (
    <section className="history" aria-labelledby="history">
      <Heading level={2} look={4} id="history">
        {report.history}
      </Heading>
      {error && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(error, messages)}</Paragraph>
        </Alert>
      )}
      <fieldset className="segments history__stories">
        <legend className="signalen-visually-hidden">{report.storyFilter}</legend>
        {STORIES.map((one) => (
          <button
            key={one}
            type="button"
            className="segments__button"
            aria-pressed={one === story}
            onClick={() => setStory(one)}
          >
            {report.storyOf[one]} <span className="worklists__count">{counts[one]}</span>
          </button>
        ))}
      </fieldset>
      {lines && days.length === 0 && <Paragraph>{report.storyEmpty}</Paragraph>}
      {days.map(({ day, lines: ofDay }) => (
        <div key={day} className="history__day">
          <Heading level={3} look={4} className="history__date">
            {formatLongDate(`${day}T12:00:00Z`, language)}
          </Heading>
          <ol className="history__lines">
            {ofDay.map((line) => (
              <HistoryItem key={`${line.identifier} ${line.when}`} line={line} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

const ICONS: Readonly<Record<Exclude<Story, 'all'>, StaffIconName>> = {
  status: 'refresh',
  notes: 'note',
  changes: 'edit',
  reporter: 'person',
}

function HistoryItem({ line }: { readonly line: HistoryLine }) {
  const { language, messages } = useLanguage()
  const story = storyOf(line)
  return (
    <li className={`history__line history__line--${story}`}>
      <span className="history__icon">
        <StaffIcon name={story === 'all' ? 'edit' : ICONS[story]} />
      </span>
      <div className="history__what">
        <p className="history__action">{line.action.replace(/:$/, '')}</p>
        {line.description && <p className="history__words">{line.description}</p>}
        <p className="history__who">
          <time dateTime={line.when}>{formatTime(line.when, language)}</time>
          {' · '}
          {line.who === SYSTEM_AUTHOR ? messages.report.bySystem : line.who}
        </p>
      </div>
    </li>
  )
}
