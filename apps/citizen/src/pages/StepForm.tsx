import { Actions, Button, ErrorSummary, type FieldError, Heading, Stack, Steps } from '@signalen/ui'
import type { ReactNode } from 'react'
import type { Messages } from '../messages/messages.ts'

export const STEP_FORM_ID = 'stap'

export const STEP_COUNT = 4

export interface StepFormProps {
  readonly step: 1 | 2 | 3 | 4
  readonly title: string
  readonly action: string
  readonly messages: Messages
  readonly errors: readonly FieldError[]
  readonly hasFiles?: boolean
  readonly nextLabel?: string
  /** What stands before the form and is not part of it. */
  readonly notices?: ReactNode
  readonly children: ReactNode
}

/** One step: where one is, its title, what is wrong, the fields and the way on and back. */
export function StepForm(props: StepFormProps) {
  const { step, title, action, messages, errors, hasFiles = false, notices, children } = props
  return (
    <Stack>
      <Stack tight>
        <Steps current={step} total={STEP_COUNT} label={messages.steps.label(step, STEP_COUNT)} />
        <Heading level={1} id="titel" tabIndex={-1}>
          {title}
        </Heading>
      </Stack>
      <div id="fouten" className="citizen-errors">
        <ErrorSummary title={messages.errorSummary(errors.length)} errors={errors} />
      </div>
      {notices}
      <form
        id={STEP_FORM_ID}
        method="post"
        action={action}
        encType={hasFiles ? 'multipart/form-data' : undefined}
        noValidate
        data-step={step}
      >
        <Stack>
          {children}
          <StepActions {...props} />
        </Stack>
      </form>
    </Stack>
  )
}

function StepActions({ step, messages, nextLabel }: StepFormProps) {
  return (
    <Actions>
      <Button type="submit" purpose="primary" name="_action" value="next" data-next="">
        {nextLabel ?? messages.steps.next}
      </Button>
      {step > 1 && (
        <Button type="submit" purpose="subtle" name="_action" value="back" formNoValidate>
          {messages.steps.back}
        </Button>
      )}
    </Actions>
  )
}
