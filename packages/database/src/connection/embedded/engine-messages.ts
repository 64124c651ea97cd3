/** From the connection to the thread that holds the engine. */
export type EngineRequest =
  | { readonly type: 'connect'; readonly connection: number }
  | { readonly type: 'data'; readonly connection: number; readonly bytes: Uint8Array }
  | { readonly type: 'disconnect'; readonly connection: number }
  | { readonly type: 'close' }

/** From the thread that holds the engine to the connection. */
export type EngineReport =
  | { readonly type: 'ready' }
  | { readonly type: 'data'; readonly connection: number; readonly bytes: Uint8Array }
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'closed' }

export interface EngineThreadData {
  readonly folder: string
}
