/** A part of a photo, in fractions of its width and height. */
export interface CoverArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

type Point = readonly [x: number, y: number]

/** Of two opposite corners, whichever way they were drawn and however far beside the photo. */
export function areaBetween(from: Point, to: Point): CoverArea {
  const [left, right] = [clamp(Math.min(from[0], to[0])), clamp(Math.max(from[0], to[0]))]
  const [top, bottom] = [clamp(Math.min(from[1], to[1])), clamp(Math.max(from[1], to[1]))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A click is no area. */
export function isArea({ width, height }: CoverArea): boolean {
  return width > 0.005 && height > 0.005
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value))
}

/** The photo with these areas black, as a new picture: nothing of what was there is left in it. */
export async function drawCovered(image: HTMLImageElement, areas: readonly CoverArea[]): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser cannot draw')
  context.drawImage(image, 0, 0)
  context.fillStyle = '#000000'
  for (const { x, y, width, height } of areas) {
    context.fillRect(x * canvas.width, y * canvas.height, width * canvas.width, height * canvas.height)
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('this browser cannot draw'))),
      'image/jpeg',
      0.9,
    )
  })
}
