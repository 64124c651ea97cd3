declare module 'heic-decode' {
  interface Decoded {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface Undecoded {
    readonly width: number
    readonly height: number
    decode(): Promise<Decoded>
  }
  interface Images extends Array<Undecoded> {
    dispose(): void
  }
  interface Decode {
    (source: { buffer: Uint8Array }): Promise<Decoded>
    all(source: { buffer: Uint8Array }): Promise<Images>
  }
  const decode: Decode
  export default decode
}
