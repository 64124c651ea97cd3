/**
 * Where drafts are kept until they are sent: bytes under a name, forgotten after a day. What is stored is
 * encrypted before it comes here, and the name says nothing.
 */
export interface DraftStore {
  get(name: string): Promise<Uint8Array | undefined>
  set(name: string, content: Uint8Array): Promise<void>
  delete(name: string): Promise<void>
}

export const DRAFT_HOURS = 24
