import { SpanStatusCode } from '@opentelemetry/api'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { expect, it } from 'vitest'
import { readTelemetrySettings } from './settings.ts'
import { withoutWords } from './without-words.ts'

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example' }

it.each([
  [{}, undefined],
  [{ OTEL_SERVICE_NAME: 'meldingen' }, undefined],
  [{ ...ENDPOINT, OTEL_SDK_DISABLED: 'true' }, undefined],
  [{ ...ENDPOINT, OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' }, undefined],
  [
    ENDPOINT,
    { traces: true, metrics: true, serviceName: 'signalen', sampler: { kind: 'all', byParent: true } },
  ],
  [
    { ...ENDPOINT, OTEL_METRICS_EXPORTER: 'none' },
    { traces: true, metrics: false },
  ],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, { traces: true, metrics: false }],
  [
    { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
    { sampler: { kind: 'ratio', ratio: 0.1, byParent: true } },
  ],
  [
    { ...ENDPOINT, OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '7' },
    { sampler: { ratio: 1 } },
  ],
  [{ ...ENDPOINT, OTEL_TRACES_SAMPLER: 'always_off' }, { sampler: { kind: 'none', byParent: false } }],
])('obeys the standard variables: %j', (variables, wanted) => {
  const settings = readTelemetrySettings(variables)
  if (wanted) expect(settings).toMatchObject(wanted)
  else expect(settings).toBeUndefined()
})

it('lets no words of an error out', async () => {
  const memory = new InMemorySpanExporter()
  const exporter = withoutWords(memory)
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] })
  const span = provider.getTracer('test').startSpan('process mail.send', { attributes: { kept: 'yes' } })
  span.recordException(new Error('no mailbox for kanarie@bewoner.example'))
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'kanarie@bewoner.example' })
  span.end()
  const [sent] = memory.getFinishedSpans()
  expect(sent).toMatchObject({ name: 'process mail.send', attributes: { kept: 'yes' }, status: { code: 2 } })
  expect(sent?.events).toEqual([])
  expect(sent?.status.message).toBeUndefined()
})
