import { inSpan } from '@signalen/integrations'
import type { ObjectSource, Ports } from '@signalen/services'
import type { Metrics } from './metrics.ts'
import { OPEN_DATA, type ServiceHealth } from './service-health.ts'

type Call<Args extends unknown[], Result> = (...args: Args) => Promise<Result>

/** Everything that is asked outside, with its time and how it ended. */
export function watchPorts(
  ports: Ports,
  { metrics, health }: { readonly metrics: Metrics; readonly health: ServiceHealth },
): Ports {
  function watch<Args extends unknown[], Result>(
    service: string,
    operation: string,
    call: Call<Args, Result>,
  ): Call<Args, Result> {
    return async (...args) => {
      const began = performance.now()
      const ended = (outcome: 'done' | 'failed') =>
        metrics.observeOutside({ service, operation, outcome }, (performance.now() - began) / 1000)
      const facts = { 'signalen.service': service }
      try {
        const result = await inSpan(`${service} ${operation}`, { kind: 'client', facts }, () => call(...args))
        ended('done')
        health.notice(service)
        return result
      } catch (error) {
        ended('failed')
        health.notice(service, error)
        throw error
      }
    }
  }
  async function noticed<Result>(service: string, call: () => Promise<Result>): Promise<Result> {
    try {
      const result = await call()
      health.notice(service)
      return result
    } catch (error) {
      health.notice(service, error)
      throw error
    }
  }
  const { mailTransport, geocoder, classifier, files, exportStore, objectSource, virusScanner } = ports
  const { cityControl } = ports
  const explain = classifier.explain?.bind(classifier)
  return {
    ...ports,
    outsideServices: health,
    mailTransport: { send: watch('mail', 'send', (mail) => mailTransport.send(mail)) },
    geocoder: {
      suggest: watch('addresses', 'suggest', (text, area) => geocoder.suggest(text, area)),
      reverse: watch('addresses', 'reverse', (point) => geocoder.reverse(point)),
      check: watch('addresses', 'check', (address, point, area) => geocoder.check(address, point, area)),
    },
    classifier: {
      predict: watch('classification', 'predict', (question) => classifier.predict(question)),
      ...(explain ? { explain: watch('classification', 'explain', explain) } : {}),
    },
    files: {
      put: watch('files', 'put', (key, bytes, mimetype) => files.put(key, bytes, mimetype)),
      get: watch('files', 'get', (key) => files.get(key)),
      delete: watch('files', 'delete', (key) => files.delete(key)),
    },
    exportStore: exportStore && {
      ...exportStore,
      write: watch('exports', 'write', (name, bytes) => exportStore.write(name, bytes)),
      pack: watch('exports', 'pack', (name, packed) => exportStore.pack(name, packed)),
    },
    cityControl: {
      ...cityControl,
      createCase: watch('city-control', 'create case', (made) => cityControl.createCase(made)),
      addDocument: watch('city-control', 'add document', (document) => cityControl.addDocument(document)),
    },
    objectSource: objectSource && watchSource(objectSource, noticed),
    virusScanner: virusScanner && {
      scan: watch('virus-scanner', 'scan', (bytes) => virusScanner.scan(bytes)),
    },
  }
}

type Noticed = <Result>(service: string, call: () => Promise<Result>) => Promise<Result>

/** Each server of open data is a service of its own. */
function watchSource(source: ObjectSource, noticed: Noticed): ObjectSource {
  const { readPicture, readText } = source
  const serviceOf = (url: string) => `${OPEN_DATA}${new URL(url).host}`
  return {
    find: (url) => noticed(serviceOf(url), () => source.find(url)),
    ...(readPicture ? { readPicture: (url) => noticed(serviceOf(url), () => readPicture(url)) } : {}),
    ...(readText ? { readText: (url) => noticed(serviceOf(url), () => readText(url)) } : {}),
  }
}
