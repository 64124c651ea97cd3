import { Heading, Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { Dialog } from '../components/Dialog.tsx'
import { useLanguage } from '../language/language-context.tsx'
import type { ScreenName } from './screens.ts'
import { STORY_NAMES } from './stories.ts'
import { helpTexts as en } from './texts/en.ts'
import { helpTexts as nl } from './texts/nl.ts'

interface HelpDialogProps {
  readonly screen: ScreenName
  readonly onClose: () => void
}

export default function HelpDialog({ screen, onClose }: HelpDialogProps) {
  const { language, messages } = useLanguage()
  const { help: texts } = messages
  const { about, can } = (language === 'nl' ? nl : en)[screen]
  return (
    <Dialog title={texts.title} onClose={onClose} isDrawer>
      <Paragraph>{about}</Paragraph>
      <Heading level={3} look={4}>
        {texts.can}
      </Heading>
      <ul className="help-list">
        {can.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Heading level={3} look={4}>
        {texts.more}
      </Heading>
      <ul className="help-list">
        {STORY_NAMES.map((name) => (
          <li key={name}>
            <Link className="nl-link" to={`/uitleg/${name}`} onClick={onClose}>
              {texts.stories[name]}
            </Link>
          </li>
        ))}
        <li>
          <Link className="nl-link" to="/nieuw" onClick={onClose}>
            {texts.news}
          </Link>
        </li>
      </ul>
      <Paragraph>{texts.keys}</Paragraph>
    </Dialog>
  )
}
