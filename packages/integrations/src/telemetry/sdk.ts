// Loaded only when something is to be sent.
import { context, metrics, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import type { SamplerSetting, TelemetrySettings } from './settings.ts'
import { withoutWords } from './without-words.ts'

export interface Telemetry {
  /** Sends what is left; the process is about to end. */
  shutdown(): Promise<void>
}

export function startSdk(settings: TelemetrySettings, version: string): Telemetry {
  const stops: (() => Promise<void>)[] = []
  const resource = resourceFromAttributes({
    'service.name': settings.serviceName,
    'service.version': version,
  }).merge(detectResources({ detectors: [envDetector] }))
  if (settings.traces) {
    const provider = new TracerProvider({
      resource,
      sampler: samplerOf(settings.sampler),
      spanProcessors: [new BatchSpanProcessor({ exporter: withoutWords(new OTLPTraceExporter()) })],
    })
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    propagation.setGlobalPropagator(new W3CTraceContextPropagator())
    trace.setGlobalTracerProvider(provider)
    stops.push(() => provider.shutdown())
  }
  if (settings.metrics) {
    const reader = new PeriodicExportingMetricReader({
      exporter: new OTLPMetricExporter(),
      exportIntervalMillis: settings.intervalMilliseconds,
      exportTimeoutMillis: Math.min(30_000, settings.intervalMilliseconds),
    })
    const provider = new MeterProvider({ resource, readers: [reader] })
    metrics.setGlobalMeterProvider(provider)
    stops.push(() => provider.shutdown())
  }
  return {
    async shutdown() {
      // A collector that is away must not keep the process.
      await Promise.race([Promise.allSettled(stops.map((stop) => stop())), wait(3000)])
      for (const api of [trace, metrics, context, propagation]) api.disable()
    },
  }
}

function samplerOf(setting: SamplerSetting): Sampler {
  const root = rootSamplerOf(setting)
  return setting.byParent ? new ParentBasedSampler({ root }) : root
}

function rootSamplerOf(setting: SamplerSetting): Sampler {
  switch (setting.kind) {
    case 'all':
      return new AlwaysOnSampler()
    case 'none':
      return new AlwaysOffSampler()
    case 'ratio':
      return new TraceIdRatioBasedSampler(setting.ratio)
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds).unref())
}
