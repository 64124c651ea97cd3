import { Heading, RichText } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { NotFoundPage } from '../app/error-pages.tsx'
import { Waiting } from '../app/Waiting.tsx'
import { PageHeading } from '../components/Page.tsx'
import { useLanguage } from '../language/language-context.tsx'
import { isStoryName, readParts, readStory, STORY_NAMES, type StoryName } from './stories.ts'

/** How the day of someone in a role goes. */
export function Component() {
  const { name } = useParams()
  return isStoryName(name) ? <Story name={name} /> : <NotFoundPage />
}

function Story({ name }: { readonly name: StoryName }) {
  const { language, messages } = useLanguage()
  const { help: texts } = messages
  const { data } = useQuery({
    queryKey: ['story', name, language],
    queryFn: async () => readParts(await readStory(name, language === 'nl' ? 'nl' : 'en')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data) return <Waiting />
  return (
    <div className="story">
      <PageHeading title={data.title} />
      {data.parts.map(({ title, text }) => (
        <section key={title}>
          {title !== '' && (
            <Heading level={2} look={3}>
              {title}
            </Heading>
          )}
          <RichText text={text} />
        </section>
      ))}
      <nav aria-label={texts.more}>
        <ul className="help-list">
          {STORY_NAMES.filter((other) => other !== name).map((other) => (
            <li key={other}>
              <Link className="nl-link" to={`/uitleg/${other}`}>
                {texts.stories[other]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
