import { type Context, importConfiguration } from '@signalen/services'

/** Gives a test municipality what a configuration file could: the parts of one, without its head. */
export async function loadConfiguration(
  context: Pick<Context, 'db' | 'clock'>,
  parts: Readonly<Record<string, unknown>>,
): Promise<void> {
  const text = JSON.stringify({ format: 'signalen-configuration', version: 1, ...parts })
  const outcome = await importConfiguration(context.db, text, { clock: context.clock })
  if (!outcome.ok)
    throw new Error(`The configuration of the test is wrong: ${JSON.stringify(outcome.faults)}`)
}
