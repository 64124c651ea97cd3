import { Button, Paragraph, type ReportLanguage } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'
import type { MapConfig } from '../options.ts'

export interface MapOfReportsProps {
  readonly map: MapConfig
  readonly messages: Messages
  readonly language: ReportLanguage
  /** Where a script finds the reports. */
  readonly points: string
}

/** Fetched when it is asked for, as the map is heavier than the rest. */
export function MapOfReports({ map, messages, points, language }: MapOfReportsProps) {
  const text = messages.publicMap
  return (
    <div
      className="citizen-with-script"
      data-public-map={points}
      data-map={JSON.stringify(map)}
      data-language={language}
      data-map-failed={text.mapFailed}
    >
      <div className="signalen-actions">
        <Button data-show-public-map="" aria-expanded={false} icon="pin">
          {text.showMap}
        </Button>
      </div>
      <Paragraph role="status" data-public-map-status="" className="citizen-place-status" />
      <div
        hidden
        className="citizen-map"
        data-public-map-canvas=""
        data-label={text.mapLabel}
        data-cluster={text.cluster}
        data-since={text.since('…')}
        data-solved={text.solvedOn('…')}
        data-zoom-in={messages.place.zoomIn}
        data-zoom-out={messages.place.zoomOut}
      />
    </div>
  )
}
