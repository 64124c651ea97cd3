import {
  Actions,
  Alert,
  Button,
  CheckboxGroup,
  DataBadge,
  ErrorSummary,
  Heading,
  Link,
  Paragraph,
  RadioGroup,
  SelectField,
  Stack,
  Steps,
  SummaryList,
  TextareaField,
  TextField,
} from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'

interface ThemePreviewProps {
  readonly name: string
  readonly messages: Messages
}

/** Every part that the form is made of, to see how a theme suits it. Nothing on it does anything. */
export function ThemePreviewPage({ name, messages }: ThemePreviewProps) {
  const { theme: text, describe, contact, place } = messages
  const choices = [
    { value: 'a', label: text.choice(1), hint: text.hint },
    { value: 'b', label: text.choice(2) },
  ]
  return (
    <Stack>
      <Alert kind="warning" title={text.previewTitle(name)}>
        <Paragraph>{text.preview}</Paragraph>
      </Alert>
      <Stack tight>
        <Steps current={2} total={4} label={messages.steps.label(2, 4)} />
        <Heading level={1} id="titel">
          {describe.title}
        </Heading>
      </Stack>
      <ErrorSummary
        title={messages.errorSummary(1)}
        errors={[{ fieldId: 'voorbeeld-adres', message: place.missing }]}
      />
      <Paragraph lead>{text.lead}</Paragraph>
      <TextareaField id="voorbeeld-tekst" name="tekst" label={describe.title} description={text.hint} />
      <TextField
        id="voorbeeld-adres"
        name="adres"
        label={place.searchLabel}
        error={place.missing}
        note={messages.optional}
      />
      <SelectField
        id="voorbeeld-keuze"
        name="keuze"
        label={text.select}
        options={choices.map(({ value, label }) => ({ value, label }))}
      />
      <RadioGroup id="voorbeeld-een" name="een" label={text.one} choices={choices} selected={['a']} />
      <CheckboxGroup id="voorbeeld-meer" name="meer" label={text.more} choices={choices} selected={['b']} />
      <SummaryList
        rows={[
          { key: 'email', label: contact.email, value: 'naam@voorbeeld.example' },
          { key: 'stand', label: text.state, value: <DataBadge>{text.badge}</DataBadge> },
        ]}
      />
      <Paragraph>
        <Link href="/thema-voorbeeld">{text.link}</Link>
      </Paragraph>
      {(['info', 'ok', 'error'] as const).map((kind) => (
        <Alert key={kind} kind={kind} title={text.alerts[kind]}>
          <Paragraph>{text.hint}</Paragraph>
        </Alert>
      ))}
      <Actions>
        <Button purpose="primary">{messages.steps.next}</Button>
        <Button>{text.secondary}</Button>
        <Button purpose="subtle">{messages.steps.back}</Button>
      </Actions>
    </Stack>
  )
}
