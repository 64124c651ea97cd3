export const UPLOAD_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'application/pdf']
export const UPLOAD_LIMIT = 20_971_520

/** What can be said of a file before it is sent; the server looks inside. */
export function findFileFault(file: {
  readonly type: string
  readonly size: number
}): 'type' | 'size' | undefined {
  if (!UPLOAD_TYPES.includes(file.type)) return 'type'
  return file.size > UPLOAD_LIMIT ? 'size' : undefined
}
