import { TEXT_LIMITS } from '@signalen/domain'
import {
  Actions,
  Button,
  CheckboxField,
  FormField,
  Heading,
  Paragraph,
  SelectField,
  Stack,
  TextareaField,
  TextField,
} from '@signalen/ui'
import type { MainCategory } from '../api/categories.ts'
import type { Messages } from '../messages/messages.ts'
import type { ContactDetails } from '../options.ts'
import { toGroups } from './CategoryPart.tsx'
import { DangerLines } from './DescribePage.tsx'
import { ACCEPTED_PHOTOS } from './PhotoField.tsx'

export interface OfflinePageProps {
  readonly messages: Messages
  readonly contact: ContactDetails
  /** None when they cannot be had: the subject then follows from the text. */
  readonly categories: readonly MainCategory[]
  /** Where the questions of all of them are. */
  readonly questionsPath: string
}

/** The whole report on one page, for when there is no connection. The same for everyone, as browsers keep it. */
export function OfflinePage({ messages, contact, categories, questionsPath }: OfflinePageProps) {
  const { offline: text, describe, place, contact: reach, photos } = messages
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.title}
      </Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <DangerLines messages={messages} contact={contact} />
      <form
        method="post"
        action="/"
        noValidate
        data-offline-form=""
        data-questions={questionsPath}
        data-text-missing={describe.textMissing}
        data-place-missing={place.missing}
        data-answer-missing={place.answersRefused}
        data-stopped={place.stopped}
        data-device-busy={place.deviceBusy}
        data-device-found={text.deviceFound}
        data-device-failed={place.deviceFailed}
        data-photo-added={photos.added}
        data-photo-remove={photos.remove('…')}
      >
        <Stack>
          <p className="citizen-offline-problem nl-paragraph" role="alert" hidden data-offline-problem="" />
          <TextareaField
            id="text"
            name="_text"
            label={describe.textLabel}
            description={describe.textPrivacy}
            required
            rows={5}
            data-limit={TEXT_LIMITS.signalText}
            data-counter-left={describe.charactersLeft}
            data-counter-over={describe.charactersTooMany}
          />
          {categories.length > 0 && (
            <SelectField
              id="categorie"
              name="_category"
              label={text.category}
              note={messages.optional}
              description={text.categoryHint}
              emptyLabel={text.categoryNone}
              groups={toGroups(categories)}
            />
          )}
          <div data-offline-questions="" />
          <FormField
            id="fotos"
            name="_photos"
            label={photos.label}
            note={messages.optional}
            description={photos.hint}
          >
            <input
              type="file"
              id="fotos"
              name="_photos"
              accept={ACCEPTED_PHOTOS}
              multiple
              className="citizen-file"
              aria-describedby="fotos-description"
            />
          </FormField>
          <ul className="citizen-photos" aria-label={photos.chosen} hidden data-offline-photos="" />
          <TextField
            id="adres"
            name="_query"
            label={text.place}
            description={text.placeHint}
            required
            autoComplete="off"
          />
          <div className="citizen-with-script">
            <Button data-offline-device="" icon="locate">
              {place.useDevice}
            </Button>
            <Paragraph role="status" className="citizen-place-status" data-offline-place-status="" />
          </div>
          <TextField
            id="email"
            name="_email"
            type="email"
            label={reach.email}
            note={messages.optional}
            description={reach.emailHint}
            autoComplete="email"
          />
          <TextField
            id="telefoon"
            name="_phone"
            type="tel"
            label={reach.phone}
            note={messages.optional}
            autoComplete="tel"
          />
          <CheckboxField id="delen" name="_sharing" value="ja" label={reach.sharing} />
          <Actions>
            <Button type="submit" purpose="primary" name="_action" value="next">
              {text.send}
            </Button>
            <Button purpose="subtle" data-offline-clear="">
              {text.clear}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Stack>
  )
}
