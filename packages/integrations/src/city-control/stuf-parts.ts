import { findZoneOffset } from '@signalen/domain'
import { RECEIVER, SENDER } from './stuf-names.ts'
import { element, empty, leaf } from './write-xml.ts'

export interface Stamp {
  readonly code: string
  readonly reference: string
  /** `20261124110500` */
  readonly time: string
  /** What the message is about; absent in answers. */
  readonly entity?: string
}

/** Who says what to whom. The prefix is that of the namespace of StUF, with its colon, or nothing where that is the one of the message. */
export function writeStamp(prefix: string, { code, reference, time, entity }: Stamp): string[] {
  const side = (name: string, { organisation, application }: typeof SENDER | typeof RECEIVER) =>
    element(prefix + name, [
      leaf(`${prefix}organisatie`, organisation),
      leaf(`${prefix}applicatie`, application),
    ])
  return [
    leaf(`${prefix}berichtcode`, code),
    side('zender', SENDER),
    side('ontvanger', RECEIVER),
    leaf(`${prefix}referentienummer`, reference),
    leaf(`${prefix}tijdstipBericht`, time),
    ...(entity === undefined ? [] : [leaf(`${prefix}entiteittype`, entity)]),
  ]
}

export function writeNothing(name: string): string {
  return empty(name, { 'StUF:noValue': 'geenWaarde', 'xsi:nil': 'true' })
}

/** `20261124110500`, on the clock of the municipality. */
export function stufTime(moment: Date, timeZone: string): string {
  const local = new Date(moment.getTime() + findZoneOffset(moment, timeZone))
  return local.toISOString().slice(0, 19).replaceAll(/\D/g, '')
}

/** `20261124` */
export function stufDay(moment: Date, timeZone: string): string {
  return stufTime(moment, timeZone).slice(0, 8)
}
