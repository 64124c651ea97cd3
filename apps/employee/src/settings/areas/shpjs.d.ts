declare module 'shpjs' {
  /** With `false` the coordinates stay as they stand in the file. */
  export function parseShp(bytes: DataView, projection: false): unknown[]
  export function parseDbf(bytes: DataView, encoding?: string): Record<string, unknown>[]
}
