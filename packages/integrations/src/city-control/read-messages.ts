import type { CaseUpdate } from '@signalen/services'
import { findAll, type QualifiedName, readXml, type XmlElement } from './read-xml.ts'
import { NAMESPACES } from './stuf-names.ts'

const zkn = (name: string): QualifiedName => ({ namespace: NAMESPACES.ZKN, name })
const stuf = (name: string): QualifiedName => ({ namespace: NAMESPACES.StUF, name })

/** What actualiseerZaakstatus_Lk01 says; undefined when it is no document that can be read. */
export function readUpdate(message: Uint8Array): CaseUpdate | undefined {
  const source = decode(message)
  const root = source === undefined ? undefined : readXml(source)
  if (!root) return undefined
  const first = (...path: string[]) => textOf(findAll(root, ['object', ...path].map(zkn))[0])
  return {
    caseNumber: first('identificatie').trim(),
    result: first('resultaat', 'omschrijving'),
    reason: first('resultaat', 'toelichting'),
    endedOn: first('heeft', 'datumStatusGezet') || first('einddatum'),
  }
}

/** Whether an answer says, once and clearly, that the message was taken in. */
export function isConfirmation(answer: string): boolean {
  const root = readXml(answer)
  const codes = root ? findAll(root, [stuf('stuurgegevens'), stuf('berichtcode')]) : []
  return codes.length === 1 && textOf(codes[0]).trim() === 'Bv03'
}

function textOf(element: XmlElement | undefined): string {
  return element?.text ?? ''
}

/** By the encoding that the document names; most name none and are UTF-8. */
function decode(message: Uint8Array): string | undefined {
  const head = Buffer.from(message.subarray(0, 200)).toString('latin1')
  const [, encoding = 'utf-8'] = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head) ?? []
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(message)
  } catch {
    return undefined
  }
}
