import type { Telemetry } from './sdk.ts'
import { readTelemetrySettings } from './settings.ts'

export type { Telemetry } from './sdk.ts'
export {
  inSpan,
  isTraced,
  type Kind,
  type OpenSpan,
  openSpan,
  type SpanFacts,
} from './spans.ts'

/** Undefined when the variables ask for nothing; then nothing of it is loaded either. */
export async function startTelemetry(
  variables: Readonly<Record<string, string | undefined>>,
  version: string,
): Promise<Telemetry | undefined> {
  const settings = readTelemetrySettings(variables)
  if (!settings) return undefined
  const { startSdk } = await import('./sdk.ts')
  return startSdk(settings, version)
}
