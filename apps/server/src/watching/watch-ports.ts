import { inSpan } from '@signalen/integrations'
import type { Ports } from '@signalen/services'
import type { Metrics } from './metrics.ts'

type Call<Args extends unknown[], Result> = (...args: Args) => Promise<Result>

/** Everything that is asked outside, with its time and how it ended. */
export function watchPorts(ports: Ports, metrics: Metrics): Ports {
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
        return result
      } catch (error) {
        ended('failed')
        throw error
      }
    }
  }
  const { mailTransport, geocoder, classifier, files, exportStore, virusScanner } = ports
  const { cityControl } = ports
  const explain = classifier.explain?.bind(classifier)
  return {
    ...ports,
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
    virusScanner: virusScanner && {
      scan: watch('virus-scanner', 'scan', (bytes) => virusScanner.scan(bytes)),
    },
  }
}
