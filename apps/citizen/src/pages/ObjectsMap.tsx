import type { AssetQuestion } from '@signalen/domain'
import { Button, Paragraph, Stack } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'

interface ObjectsMapProps {
  readonly question: AssetQuestion
  readonly messages: Messages
}

/** Only for who has script: the objects of the list below on a map, fetched when it is asked for. */
export function ObjectsMap({ question, messages }: ObjectsMapProps) {
  const text = messages.objects
  return (
    <div className="citizen-with-script" data-objects={question.key}>
      <Stack tight>
        <div className="signalen-actions">
          <Button data-show-objects="" aria-expanded={false} icon="pin">
            {text.showMap}
          </Button>
        </div>
        <div hidden data-objects-frame="">
          <Paragraph>{text.help}</Paragraph>
          <div
            className="citizen-map"
            data-objects-canvas=""
            data-label={text.label}
            data-zoom-in={messages.place.zoomIn}
            data-zoom-out={messages.place.zoomOut}
            data-most={text.most(question.most)}
          />
        </div>
      </Stack>
    </div>
  )
}
