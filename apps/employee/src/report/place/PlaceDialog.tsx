import type { SignalDetail } from '@signalen/contract'
import { formatAddressText } from '@signalen/domain'
import { Actions, Button } from '@signalen/ui'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { type Place, PlacePicker, presentPlace } from '../../components/PlacePicker.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'

export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const { forms, report, shell } = useMessages()
  const { signal, save } = useReport()
  const [place, setPlace] = useState<Place>(() => placeOf(signal))
  function submit(event: FormEvent) {
    event.preventDefault()
    onClose()
    const { coordinates, address } = place
    void save({
      what: report.fields.place,
      body: { location: { geometrie: { type: 'Point', coordinates }, address } },
      expect: (one: SignalDetail) => ({
        ...one,
        location: {
          ...one.location,
          geometrie: { type: 'Point', coordinates: [...coordinates] },
          address: address === null ? null : { ...address },
          address_text: formatAddressText(address),
        },
      }),
      present: (one) => presentPlace(placeOf(one), forms.place.pinned),
    })
  }
  return (
    <Dialog title={forms.place.title} onClose={onClose} className="dialog--wide">
      <form className="signalen-stack signalen-stack--tight" noValidate onSubmit={submit}>
        <PlacePicker id="place-search" place={place} onChange={setPlace} />
        <Actions>
          <Button type="submit" purpose="primary">
            {forms.place.button}
          </Button>
          <Button purpose="subtle" onClick={onClose}>
            {shell.cancel}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function placeOf({ location }: SignalDetail): Place {
  const [longitude = 0, latitude = 0] = location.geometrie.coordinates
  return { coordinates: [longitude, latitude], address: location.address }
}
