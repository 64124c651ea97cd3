import { Heading, Paragraph } from '@signalen/ui'
import { Waiting } from '../app/Waiting.tsx'
import { PageHeading } from '../components/Page.tsx'
import { useLanguage } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { canOpenSettings } from '../settings/sections.ts'
import { notesFor } from './release-notes.ts'
import { useReleases } from './use-release-news.ts'

/** What is new, release by release. It is written in English only. */
export function Component() {
  const { language, messages } = useLanguage()
  const { help: texts } = messages
  const isAdministrator = canOpenSettings(useRights())
  const { data } = useReleases()
  if (!data) return <Waiting />
  return (
    <div className="story">
      <PageHeading title={texts.news} />
      {language !== 'en' && <Paragraph>{texts.inEnglish}</Paragraph>}
      {data.map((release) => (
        <section key={release.title} lang="en">
          <Heading level={2} look={3}>
            {release.title}
          </Heading>
          <ul className="help-list">
            {notesFor(release, isAdministrator).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
