import type { Context } from '@signalen/services'

export const BACKGROUND_TASKS: readonly { name: string; cron: string }[] = []

export async function runTask(_context: Context, name: string): Promise<object> {
  throw new Error(`There is no task "${name}".`)
}
