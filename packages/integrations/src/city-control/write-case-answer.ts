import type { CaseAnswer } from '@signalen/services'
import { NAMESPACES } from './stuf-names.ts'
import { stufTime, writeStamp } from './stuf-parts.ts'
import { element, leaf, writeDocument } from './write-xml.ts'

/** Bv03: taken in; or Fo03: not, and why. */
export function writeCaseAnswer(answer: CaseAnswer): string {
  const { soap, StUF } = NAMESPACES
  const body = answer.refusal === null ? writeYes(answer) : writeNo(answer, answer.refusal)
  return writeDocument(
    element('soapenv:Envelope', [element('soapenv:Header', []), element('soapenv:Body', [body])], {
      'xmlns:soapenv': soap,
      'xmlns:stuf': StUF,
    }),
  )
}

function writeYes(answer: CaseAnswer): string {
  return element('Bv03Bericht', [element('stuurgegevens', stampOf(answer, 'Bv03'))], {
    xmlns: NAMESPACES.StUF,
  })
}

function writeNo(answer: CaseAnswer, refusal: string): string {
  const message = element(
    'Fo03Bericht',
    [
      element('stuurgegevens', stampOf(answer, 'Fo03')),
      element('body', [
        leaf('code', 'Fo03'),
        leaf('plek', 'server'),
        leaf('omschrijving', 'Bericht kon niet verwerkt worden, zie details voor meer informatie.'),
        leaf('details', refusal),
        element('detailsXML', [leaf('error', refusal, { xmlns: '' })]),
      ]),
    ],
    { xmlns: NAMESPACES.StUF },
  )
  return element('soapenv:Fault', [
    leaf('faultcode', 'Fo03 - code'),
    leaf('faultstring', 'Faultstring', { 'xml:lang': 'NL' }),
    element('detail', [message]),
  ])
}

function stampOf({ caseNumber, at, timeZone }: CaseAnswer, code: string): string[] {
  return writeStamp('', { code, reference: caseNumber ?? '', time: stufTime(at, timeZone) })
}
