import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import type { Attachment } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'
import { CoverDialog } from './CoverDialog.tsx'

interface PhotoViewerProps {
  readonly photos: readonly Attachment[]
  readonly start: number
  readonly onClose: () => void
}

const QUARTERS = ['', 'viewer__image--quarter', 'viewer__image--half', 'viewer__image--three']

/** One photo, large: with the arrow keys to the others, enlarged, and turned. */
export function PhotoViewer({ photos, start, onClose }: PhotoViewerProps) {
  const messages = useMessages()
  const { photos: texts } = messages.forms
  const { signal } = useReport()
  const [place, setPlace] = useState(start)
  const [isLarge, setIsLarge] = useState(false)
  const [turns, setTurns] = useState(0)
  const [isCovering, setIsCovering] = useState(false)
  const { may } = useRights()
  const photo = photos[place]
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: async () => {
      if (photo)
        await read(`${new URL(photo._links.self.href).pathname}/turn`, {
          method: 'POST',
          body: { quarters: turns },
        })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['signals', 'one', signal.id] })
      setTurns(0)
      announce(texts.turned)
    },
  })
  if (!photo) return null
  if (isCovering) return <CoverDialog attachment={photo} onClose={onClose} />
  function go(step: number) {
    const next = place + step
    if (next < 0 || next >= photos.length) return
    setPlace(next)
    setTurns(0)
    setIsLarge(false)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowRight') go(1)
    if (event.key === 'ArrowLeft') go(-1)
  }
  return (
    <Dialog title={texts.viewer(place + 1, photos.length)} onClose={onClose} className="viewer">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do what the buttons in it do */}
      <div className="viewer__body" onKeyDown={onKeyDown}>
        <div className={isLarge ? 'viewer__frame viewer__frame--large' : 'viewer__frame'}>
          <img
            className={`viewer__image ${QUARTERS[turns] ?? ''}`}
            src={photo.location}
            alt={photo.caption || photo.file_name}
          />
        </div>
        {photo.caption && <p>{photo.caption}</p>}
        {keep.isError && (
          <Alert kind="error" role="alert">
            <Paragraph>{presentFailure(keep.error, messages)}</Paragraph>
          </Alert>
        )}
        <div className="viewer__buttons">
          <Button disabled={place === 0} onClick={() => go(-1)}>
            <StaffIcon name="left" />
            {texts.previous}
          </Button>
          <Button disabled={place === photos.length - 1} onClick={() => go(1)}>
            <StaffIcon name="right" />
            {texts.next}
          </Button>
          <Button aria-pressed={isLarge} onClick={() => setIsLarge(!isLarge)}>
            {isLarge ? texts.unzoom : texts.zoom}
          </Button>
          <Button onClick={() => setTurns((turns + 1) % QUARTERS.length)}>
            <StaffIcon name="refresh" />
            {texts.turn}
          </Button>
          {turns > 0 && may('attachment.turn') && (
            <Button disabled={keep.isPending} onClick={() => keep.mutate()}>
              {texts.keepTurned}
            </Button>
          )}
          {may('attachment.cover') && <Button onClick={() => setIsCovering(true)}>{texts.cover}</Button>}
          <a className="nl-link" href={photo.location} target="_blank" rel="noreferrer">
            {texts.original}
          </a>
        </div>
      </div>
    </Dialog>
  )
}
