import { TEXT_LIMITS } from '@signalen/domain'
import { Alert, Button, type FieldError, Icon, Paragraph, Stack, TextareaField } from '@signalen/ui'
import type { FoundDanger } from '../api/urgency.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import type { ContactDetails } from '../options.ts'
import { PhoneSentence } from './PhoneSentence.tsx'
import { PhotoField } from './PhotoField.tsx'
import { StepForm } from './StepForm.tsx'
import { DangerNotice } from './TextNotices.tsx'

export interface DescribePageProps {
  readonly draft: Draft
  readonly messages: Messages
  readonly contact: ContactDetails
  readonly danger: FoundDanger
  readonly errors: readonly FieldError[]
  /** What was filled in before is gone. */
  readonly isExpired?: boolean
}

/** Step 1: what is the matter, in words and pictures. */
export function DescribePage({
  draft,
  messages,
  contact,
  danger,
  errors,
  isExpired = false,
}: DescribePageProps) {
  const text = messages.describe
  const isContinued = draft.completed > 0
  return (
    <StepForm step={1} title={text.title} action="/" messages={messages} errors={errors} hasFiles>
      {isExpired && (
        <Alert kind="warning" role="alert" data-expired="">
          <Paragraph>{text.expired}</Paragraph>
        </Alert>
      )}
      {isContinued ? <Continued messages={messages} /> : <Paragraph lead>{text.lead}</Paragraph>}
      <DangerLines messages={messages} contact={contact} />
      <div id="gevaar">
        <DangerNotice danger={danger} messages={messages} contact={contact} />
      </div>
      <TextareaField
        id="text"
        name="_text"
        label={text.textLabel}
        description={
          <>
            {text.textHint} {text.textPrivacy}
          </>
        }
        defaultValue={draft.text}
        error={errors.find(({ fieldId }) => fieldId === 'text')?.message}
        required
        rows={6}
        data-limit={TEXT_LIMITS.signalText}
        data-counter-left={text.charactersLeft}
        data-counter-over={text.charactersTooMany}
      />
      <PhotoField photos={draft.photos} messages={messages} errors={errors} />
    </StepForm>
  )
}

function Continued({ messages }: { readonly messages: Messages }) {
  return (
    <Stack tight>
      <Paragraph>{messages.describe.continued}</Paragraph>
      <div>
        <Button type="submit" name="_action" value="clear" purpose="secondary" formNoValidate>
          {messages.describe.startOver}
        </Button>
      </div>
    </Stack>
  )
}

export function DangerLines({ messages, contact }: Pick<DescribePageProps, 'messages' | 'contact'>) {
  const urgent = contact.urgentNumber ?? contact.phone
  return (
    <div className="citizen-danger-lines">
      <Icon name="warning" />
      <Paragraph>
        <PhoneSentence sentence={messages.describe.dangerLine} number={contact.emergencyNumber ?? '112'} />
        {urgent && (
          <>
            {' '}
            <PhoneSentence sentence={messages.describe.urgentLine} number={urgent} />
          </>
        )}
      </Paragraph>
    </div>
  )
}
