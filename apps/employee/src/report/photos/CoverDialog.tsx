import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import type { Attachment } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'
import { areaBetween, type CoverArea, drawCovered, isArea } from './cover-areas.ts'

interface CoverDialogProps {
  readonly attachment: Attachment
  readonly onClose: () => void
}

const STEP = 0.02
const FIRST: CoverArea = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }

/** Faces and number plates are drawn over, with the pointer or with the keys; then the original is no more. */
export function CoverDialog({ attachment, onClose }: CoverDialogProps) {
  const messages = useMessages()
  const { photos: texts } = messages.forms
  const { signal } = useReport()
  const client = useQueryClient()
  const image = useRef<HTMLImageElement>(null)
  const start = useRef<readonly [number, number]>(undefined)
  const [areas, setAreas] = useState<readonly CoverArea[]>([])
  const [drawn, setDrawn] = useState<CoverArea>()
  const path = new URL(attachment._links.self.href).pathname
  const save = useMutation({
    mutationFn: async () => {
      if (!image.current) return
      const body = new FormData()
      body.append('file', await drawCovered(image.current, areas), 'foto.jpg')
      await read(`${path}/cover`, { method: 'POST', body })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['signals', 'one', signal.id] })
      announce(texts.covered)
      onClose()
    },
  })

  function pointAt(event: PointerEvent): readonly [number, number] {
    const box = event.currentTarget.getBoundingClientRect()
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height]
  }
  function finish() {
    start.current = undefined
    if (drawn && isArea(drawn)) setAreas([...areas, drawn])
    setDrawn(undefined)
  }
  function onKeyDown(event: KeyboardEvent) {
    const moved = moveLast(areas, event)
    if (!moved) return
    event.preventDefault()
    setAreas(moved)
  }
  return (
    <Dialog title={texts.cover} onClose={onClose} className="viewer">
      <Paragraph>{texts.coverHint}</Paragraph>
      {save.isError && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(save.error, messages)}</Paragraph>
        </Alert>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a surface to draw on is no element that there is */}
      <div
        className="cover"
        role="group"
        aria-label={texts.coverSurface(areas.length)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the area that was added last
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.preventDefault()
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = pointAt(event)
        }}
        onPointerMove={(event) => start.current && setDrawn(areaBetween(start.current, pointAt(event)))}
        onPointerUp={finish}
        onPointerCancel={finish}
      >
        <img ref={image} className="cover__image" src={attachment.location} alt="" draggable={false} />
        <svg className="cover__areas" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          {[...areas, ...(drawn ? [drawn] : [])].map((area) => (
            <rect key={JSON.stringify(area)} {...area} />
          ))}
        </svg>
      </div>
      <Actions>
        <Button
          purpose="primary"
          disabled={areas.length === 0 || save.isPending}
          onClick={() => save.mutate()}
        >
          {texts.coverSave}
        </Button>
        <Button onClick={() => setAreas([...areas, FIRST])}>{texts.coverAdd}</Button>
        <Button disabled={areas.length === 0} onClick={() => setAreas(areas.slice(0, -1))}>
          {texts.coverUndo}
        </Button>
        <Button purpose="subtle" onClick={onClose}>
          {messages.shell.cancel}
        </Button>
      </Actions>
    </Dialog>
  )
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** The arrow keys move the area that was added last, and with Shift they make it larger or smaller. */
function moveLast(areas: readonly CoverArea[], event: KeyboardEvent): readonly CoverArea[] | undefined {
  const move = MOVES[event.key]
  const last = areas.at(-1)
  if (!move || !last) return undefined
  const [dx, dy] = move
  const { x, y, width, height } = last
  const next = event.shiftKey
    ? areaBetween([x, y], [x + Math.max(STEP, width + dx), y + Math.max(STEP, height + dy)])
    : areaBetween([x + dx, y + dy], [x + dx + width, y + dy + height])
  return [...areas.slice(0, -1), next]
}
