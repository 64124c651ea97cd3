import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What the development provider remembers, for as long as the process lives. */
const kept = new Map<string, { payload: AdapterPayload; until: number }>()

export class MemoryAdapter implements Adapter {
  readonly #model: string

  constructor(model: string) {
    this.#model = model
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    forgetExpired()
    kept.set(this.#keyOf(id), { payload, until: Date.now() + expiresIn * 1000 })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = kept.get(this.#keyOf(id))
    return found && found.until > Date.now() ? found.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.uid === uid)
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere((payload) => payload.userCode === userCode)
  }

  async consume(id: string): Promise<void> {
    const found = kept.get(this.#keyOf(id))
    if (found) found.payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    kept.delete(this.#keyOf(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
  }

  #keyOf(id: string): string {
    return `${this.#model}:${id}`
  }

  #findWhere(isMeant: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of kept) {
      if (key.startsWith(`${this.#model}:`) && until > Date.now() && isMeant(payload)) return payload
    }
    return undefined
  }
}

function forgetExpired(): void {
  for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key)
}
