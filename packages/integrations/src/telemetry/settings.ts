type Variables = Readonly<Record<string, string | undefined>>

export interface TelemetrySettings {
  readonly traces: boolean
  readonly metrics: boolean
  readonly serviceName: string
  readonly sampler: SamplerSetting
  readonly intervalMilliseconds: number
}

export type SamplerSetting =
  | { readonly kind: 'all' | 'none'; readonly byParent: boolean }
  | { readonly kind: 'ratio'; readonly ratio: number; readonly byParent: boolean }

const MINUTE = 60_000

/**
 * What the standard variables of OpenTelemetry ask for; undefined when nothing is to be sent. Where to, with
 * which headers, certificates and time-outs is read by the exporter itself, from the same variables.
 */
export function readTelemetrySettings(variables: Variables): TelemetrySettings | undefined {
  if (variables.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return undefined
  const traces = isSent(variables, 'TRACES')
  const metrics = isSent(variables, 'METRICS')
  if (!traces && !metrics) return undefined
  return {
    traces,
    metrics,
    serviceName: variables.OTEL_SERVICE_NAME || 'signalen',
    sampler: readSampler(variables),
    intervalMilliseconds: Number(variables.OTEL_METRIC_EXPORT_INTERVAL) || MINUTE,
  }
}

function isSent(variables: Variables, kind: 'TRACES' | 'METRICS'): boolean {
  const exporter = variables[`OTEL_${kind}_EXPORTER`]
  if (exporter) return exporter.split(',').includes('otlp')
  return Boolean(variables.OTEL_EXPORTER_OTLP_ENDPOINT || variables[`OTEL_EXPORTER_OTLP_${kind}_ENDPOINT`])
}

function readSampler(variables: Variables): SamplerSetting {
  const name = variables.OTEL_TRACES_SAMPLER || 'parentbased_always_on'
  const byParent = name.startsWith('parentbased_')
  switch (name.replace('parentbased_', '')) {
    case 'always_off':
      return { kind: 'none', byParent }
    case 'traceidratio':
      return { kind: 'ratio', ratio: readRatio(variables.OTEL_TRACES_SAMPLER_ARG), byParent }
    default:
      return { kind: 'all', byParent }
  }
}

function readRatio(text: string | undefined): number {
  const ratio = Number(text ?? '')
  return text && ratio >= 0 && ratio <= 1 ? ratio : 1
}
