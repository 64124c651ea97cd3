/** The version that an ETag names; of none, one that everything is newer than. */
export function versionOf(etag: string | undefined): number {
  return Number(/"(\d+)"/.exec(etag ?? '')?.[1] ?? 0)
}
