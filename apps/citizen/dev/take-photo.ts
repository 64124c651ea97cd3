interface Camera {
  readonly isLittle: boolean
  readonly latitude: readonly [number, number, number]
  readonly directions: string
  readonly taken: string
}

const DELFT: Camera = {
  isLittle: true,
  latitude: [52, 0, 36],
  directions: 'NE',
  taken: '2026:11:20 08:15:30',
}

/** A photo as a camera writes it, or at least its beginning. */
export function takePhoto(changes: Partial<Camera> = {}): Uint8Array {
  const { isLittle, latitude, directions, taken } = { ...DELFT, ...changes }
  const view = new DataView(new ArrayBuffer(400))
  const put = (at: number, value: number) => view.setUint32(at, value, isLittle)
  const write = (at: number, text: string) => {
    for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0))
  }
  const directory = (
    at: number,
    entries: readonly (readonly [tag: number, count: number, value: number])[],
  ) => {
    view.setUint16(at, entries.length, isLittle)
    for (const [index, [tag, count, value]] of entries.entries()) {
      view.setUint16(at + 2 + index * 12, tag, isLittle)
      put(at + 6 + index * 12, count)
      put(at + 10 + index * 12, value)
    }
  }
  const degrees = (at: number, parts: readonly number[]) => {
    for (const [index, part] of parts.entries()) {
      put(at + index * 8, part)
      put(at + index * 8 + 4, 1)
    }
  }
  write(0, isLittle ? 'II' : 'MM')
  put(4, 8)
  directory(8, [
    [0x8769, 1, 100],
    [0x8825, 1, 150],
  ])
  directory(100, [[0x9003, 20, 300]])
  directory(150, [
    [1, 2, 0],
    [2, 3, 320],
    [3, 2, 0],
    [4, 3, 350],
  ])
  write(160, directions.slice(0, 1))
  write(184, directions.slice(1))
  write(300, taken)
  degrees(320, latitude)
  degrees(350, [4, 21, 0])
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    1,
    150,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...new Uint8Array(view.buffer),
  ])
}
