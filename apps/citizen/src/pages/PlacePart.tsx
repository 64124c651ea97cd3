import { Button, Heading, Icon, Paragraph, RadioGroup, Stack, TextField } from '@signalen/ui'
import type { ChosenPlace } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import type { CitizenSite } from '../options.ts'
import { type PlaceFault, writePlaceValue } from '../rules/place.ts'
import type { PlacePageProps } from './PlacePage.tsx'

export const QUERY_FIELD_ID = 'adres'
export const PICK_FIELD_ID = 'keuze'

type PlacePartProps = Pick<PlacePageProps, 'draft' | 'messages' | 'site' | 'placeFault'>

/** Where it is: by address, by the device, or on the map. A script replaces this part when a place is chosen. */
export function PlacePart(props: PlacePartProps) {
  const { draft, messages, site } = props
  const { place } = draft
  return (
    <section className="citizen-part signalen-stack" id="plaats" aria-labelledby="plaats-titel">
      <Heading level={2} look={3} id="plaats-titel" tabIndex={-1}>
        {messages.place.placeHeading}
      </Heading>
      <PhotoOffer messages={messages} />
      {place.chosen && <ChosenPlaceLine place={place.chosen} messages={messages} />}
      {place.chosen && place.candidates.length === 0 && !props.placeFault ? (
        <details className="citizen-details">
          <summary>{messages.place.searchOther}</summary>
          <FindPlace {...props} />
        </details>
      ) : (
        <FindPlace {...props} />
      )}
      <input type="hidden" name="_place" value="" data-place-value="" disabled />
      <MapPart site={site} messages={messages} place={place.chosen} />
      <TextField
        id="omschrijving"
        name="_description"
        label={messages.place.descriptionLabel}
        description={messages.place.descriptionHint}
        note={messages.optional}
        defaultValue={place.description}
        maxLength={300}
      />
    </section>
  )
}

/** Shown by a script, when a photo tells where it was made. */
function PhotoOffer({ messages }: Pick<PlacePartProps, 'messages'>) {
  const text = messages.place
  return (
    <div hidden data-photo-offer="" data-photo-time={text.photoTime('…')}>
      <Stack tight>
        <Paragraph>{text.photoOffer}</Paragraph>
        <div className="signalen-actions">
          <Button icon="camera">{text.photoUse}</Button>
        </div>
      </Stack>
    </div>
  )
}

function ChosenPlaceLine({ place, messages }: { readonly place: ChosenPlace; readonly messages: Messages }) {
  return (
    <div className="citizen-chosen" data-chosen-place={writePlaceValue(place)} tabIndex={-1}>
      <Icon name="pin" />
      <div>
        <span className="citizen-chosen__label">{messages.place.chosen}</span>
        <strong>{place.display || messages.place.chosenPin}</strong>
      </div>
    </div>
  )
}

function FindPlace({ draft, messages, placeFault, site }: PlacePartProps) {
  const text = messages.place
  const { query, candidates } = draft.place
  const searchError = placeFault === 'pickMissing' ? undefined : presentPlaceFault(placeFault, messages, site)
  return (
    <Stack>
      <div
        className="citizen-search"
        data-address-search=""
        data-results={text.searchResults(2)}
        data-one={text.searchResults(1)}
        data-none={text.searchNothing}
      >
        <TextField
          id={QUERY_FIELD_ID}
          name="_query"
          label={text.searchLabel}
          description={text.searchHint}
          error={candidates.length > 0 ? undefined : searchError}
          defaultValue={query}
          autoComplete="off"
          maxLength={200}
          inputMode="search"
          enterKeyHint="search"
        />
        <Button type="submit" name="_action" value="search" formNoValidate icon="search">
          {text.search}
        </Button>
      </div>
      {candidates.length > 0 && (
        <RadioGroup
          id={PICK_FIELD_ID}
          name="_place"
          label={text.pickLabel}
          error={presentPlaceFault(placeFault, messages, site)}
          choices={candidates.map((candidate) => toChoice(candidate, messages))}
          selected={[]}
        />
      )}
    </Stack>
  )
}

function toChoice(place: ChosenPlace, messages: Messages) {
  const value = writePlaceValue(place)
  if (place.source !== 'typed') return { value, label: place.display }
  return { value, label: messages.place.pickTyped(place.display), hint: messages.place.pickTypedHint }
}

/** Only for who has script; the map itself is fetched when it is asked for. */
function MapPart(props: {
  readonly site: CitizenSite
  readonly messages: Messages
  readonly place: ChosenPlace | null
}) {
  const { site, messages, place } = props
  const text = messages.place
  return (
    <div
      hidden
      data-map-part=""
      data-map={JSON.stringify(site.map)}
      data-map-at={place && place.source !== 'typed' ? `${place.longitude},${place.latitude}` : undefined}
      data-outside={text.outside(site.municipality)}
      data-device-busy={text.deviceBusy}
      data-device-failed={text.deviceFailed}
      data-map-failed={text.mapFailed}
      data-hide-map={text.hideMap}
    >
      <Stack tight>
        <div className="signalen-actions">
          <Button data-use-device="" icon="locate">
            {text.useDevice}
          </Button>
          <Button data-show-map="" aria-expanded={false} icon="pin">
            <span data-show-map-label="">{text.showMap}</span>
          </Button>
        </div>
        <Paragraph role="status" data-place-status="" className="citizen-place-status" />
        <div hidden data-map-frame="">
          <Paragraph id="kaart-uitleg">{text.mapHelp}</Paragraph>
          <div
            className="citizen-map"
            data-map-canvas=""
            data-label={text.mapLabel}
            data-zoom-in={text.zoomIn}
            data-zoom-out={text.zoomOut}
          />
          <Button purpose="primary" data-map-pick="">
            {text.mapPick}
          </Button>
        </div>
      </Stack>
    </div>
  )
}

export function presentPlaceFault(
  fault: PlaceFault | undefined,
  messages: Messages,
  site: CitizenSite,
): string | undefined {
  if (fault === undefined) return undefined
  return fault === 'outside' ? messages.place.outside(site.municipality) : messages.place[fault]
}
