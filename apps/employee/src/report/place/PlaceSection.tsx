import { Button, Heading } from '@signalen/ui'
import { useState } from 'react'
import { Dialog } from '../../components/Dialog.tsx'
import { presentAddress } from '../../components/PlacePicker.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { LazyPlaceMap } from '../../map/LazyMap.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { DialogProps } from '../dialogs.ts'
import { useReport } from '../report-context.tsx'
import { PlaceDialog } from './PlaceDialog.tsx'

export function PlaceSection({ dialog, onDialog }: DialogProps) {
  const { report, forms } = useMessages()
  const { signal } = useReport()
  const { may } = useRights()
  const [isLarge, setIsLarge] = useState(false)
  const { location } = signal
  const [longitude = 0, latitude = 0] = location.geometrie.coordinates
  const text = presentAddress(location.address) || forms.place.pinned
  return (
    <section className="panel" aria-labelledby="place">
      <Heading level={2} look={4} id="place">
        {report.place}
      </Heading>
      <p className="place__address">{text}</p>
      <p className="fact__note">
        {location.area_name && `${forms.place.area}: ${location.area_name}. `}
        {location.address && (location.bag_validated ? forms.place.verified : forms.place.unverified)}
      </p>
      <LazyPlaceMap
        label={forms.place.small(text)}
        place={[longitude, latitude]}
        className="map map--small"
      />
      <div className="panel__buttons">
        {may('signal.changeLocation') && (
          <Button aria-haspopup="dialog" onClick={() => onDialog('place')}>
            {forms.place.title}
          </Button>
        )}
        <Button purpose="subtle" aria-haspopup="dialog" onClick={() => setIsLarge(true)}>
          {forms.place.open}
        </Button>
      </div>
      {dialog === 'place' && <PlaceDialog onClose={() => onDialog(undefined)} />}
      {isLarge && (
        <Dialog title={text} onClose={() => setIsLarge(false)} className="dialog--wide">
          <LazyPlaceMap label={forms.place.small(text)} place={[longitude, latitude]} />
          <p className="fact__note">
            {forms.place.coordinates}: {latitude.toFixed(6)}, {longitude.toFixed(6)}
          </p>
        </Dialog>
      )}
    </section>
  )
}
