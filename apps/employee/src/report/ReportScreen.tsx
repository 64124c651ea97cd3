import { useState } from 'react'
import { WaitingHere } from '../field/WaitingHere.tsx'
import { useMedia } from '../state/use-media.ts'
import { ChangeNotices } from './ChangeNotices.tsx'
import type { ReportDialog } from './dialogs.ts'
import { FactsPanel } from './facts/FactsPanel.tsx'
import { SuggestionSection } from './facts/SuggestionSection.tsx'
import { ChildrenSection } from './family/ChildrenSection.tsx'
import { HistorySection } from './history/HistorySection.tsx'
import { MailsSection } from './history/MailsSection.tsx'
import { NoteForm } from './history/NoteForm.tsx'
import { PhotosSection } from './photos/PhotosSection.tsx'
import { DuplicatesSection } from './place/DuplicatesSection.tsx'
import { NearbySection } from './place/NearbySection.tsx'
import { PlaceSection } from './place/PlaceSection.tsx'
import { ReportHeader } from './ReportHeader.tsx'
import { ReportText } from './ReportText.tsx'
import { RelationsSection } from './relations/RelationsSection.tsx'
import { ReporterSection } from './reporter/ReporterSection.tsx'
import { useAfterPaint } from './use-after-paint.ts'
import { useNeighbours } from './use-neighbours.ts'
import { useReportCommands } from './use-report-commands.ts'

/** Everything of one report at a glance, each part to be changed where it stands. */
export function ReportScreen() {
  const [dialog, setDialog] = useState<ReportDialog>()
  const neighbours = useNeighbours()
  useReportCommands(neighbours, setDialog)
  const isAfter = useAfterPaint()
  const isNarrow = useMedia('(max-width: 59.99rem)')
  const part = { dialog, onDialog: setDialog }
  return (
    <article className="report">
      <ReportHeader neighbours={neighbours} {...part} />
      <ChangeNotices />
      <WaitingHere />
      {isNarrow ? (
        <div className="report__main">
          <ReportText />
          {isAfter && <PhotosSection />}
          <FactsPanel {...part} />
          {isAfter && (
            <>
              <SuggestionSection />
              <DuplicatesSection />
              <RelationsSection {...part} />
              <PlaceSection {...part} />
              <ReporterSection {...part} />
              <ChildrenSection />
            </>
          )}
          <NoteForm />
          {isAfter && (
            <>
              <HistorySection />
              <NearbySection />
              <MailsSection />
            </>
          )}
        </div>
      ) : (
        <div className="report__columns">
          <div className="report__main">
            <ReportText />
            {isAfter && (
              <>
                <PhotosSection />
                <ChildrenSection />
              </>
            )}
            <NoteForm />
            {isAfter && <HistorySection />}
          </div>
          <div className="report__side">
            <FactsPanel {...part} />
            {isAfter && (
              <>
                <SuggestionSection />
                <DuplicatesSection />
                <RelationsSection {...part} />
                <PlaceSection {...part} />
                <NearbySection />
                <ReporterSection {...part} />
                <MailsSection />
              </>
            )}
          </div>
        </div>
      )}
    </article>
  )
}
