import type { CaseDocument } from '@signalen/services'
import { NAMESPACES } from './stuf-names.ts'
import { writeNothing, writeStamp } from './stuf-parts.ts'
import { element, leaf, writeDocument } from './write-xml.ts'

/** CityControl was set up with these and looks at none of them; the released server has always sent them so. */
const FIXED = {
  reference: '1234567890',
  time: '20180517132910',
  createdOn: '20170520',
  author: 'Tester',
  kind: 'Foto',
  subject: 'Onderwerp',
  documentKey: '2356402',
  caseKey: '2356401',
  caseType: 'Fietshandhaving Centrum',
} as const

/** The message voegZaakdocumentToe_Lk01. */
export function writeCaseDocument(document: CaseDocument): string {
  const { soap, ZKN, StUF, xsi, mime } = NAMESPACES
  const { reference, time } = FIXED
  const message = element(
    'ZKN:edcLk01',
    [
      element('ZKN:stuurgegevens', writeStamp('StUF:', { code: 'Lk01', reference, time, entity: 'EDC' })),
      element('ZKN:parameters', [leaf('StUF:mutatiesoort', 'T'), leaf('StUF:indicatorOvername', 'V')]),
      element('ZKN:object', writeObject(document), {
        'StUF:entiteittype': 'EDC',
        'StUF:sleutelVerzendend': FIXED.documentKey,
        'StUF:verwerkingssoort': 'T',
      }),
    ],
    { 'xmlns:ZKN': ZKN, 'xmlns:StUF': StUF, 'xmlns:mime': mime },
  )
  return writeDocument(
    element('soap:Envelope', [element('soap:Body', [message])], { 'xmlns:soap': soap, 'xmlns:xsi': xsi }),
  )
}

function writeObject(document: CaseDocument): string[] {
  return [
    leaf('ZKN:identificatie', document.uuid),
    leaf('ZKN:dct.omschrijving', FIXED.kind),
    leaf('ZKN:creatiedatum', FIXED.createdOn),
    writeNothing('ZKN:ontvangstdatum'),
    leaf('ZKN:titel', FIXED.subject),
    writeNothing('ZKN:beschrijving'),
    leaf('ZKN:formaat', 'PDF'),
    leaf('ZKN:taal', 'NL'),
    writeNothing('ZKN:versie'),
    leaf('ZKN:status', 'Definitief'),
    writeNothing('ZKN:verzenddatum'),
    leaf('ZKN:vertrouwelijkAanduiding', 'VERTROUWELIJK'),
    leaf('ZKN:auteur', FIXED.author),
    leaf('ZKN:inhoud', document.pdf.toString('base64'), {
      'mime:contentType': 'pdf',
      'StUF:bestandsnaam': document.fileName,
    }),
    writeCaseOf(document),
  ]
}

function writeCaseOf({ caseNumber }: CaseDocument): string {
  const type = element(
    'ZKN:isVan',
    [
      element('ZKN:gerelateerde', [leaf('ZKN:omschrijving', FIXED.caseType), leaf('ZKN:code', '2')], {
        'StUF:entiteittype': 'ZKT',
        'StUF:verwerkingssoort': 'T',
      }),
    ],
    { 'StUF:entiteittype': 'ZAKZKT', 'StUF:verwerkingssoort': 'T' },
  )
  const related = element(
    'ZKN:gerelateerde',
    [leaf('ZKN:identificatie', caseNumber), leaf('ZKN:omschrijving', FIXED.subject), type],
    {
      'StUF:entiteittype': 'ZAK',
      'StUF:sleutelVerzendend': FIXED.caseKey,
      'StUF:sleutelGegevensbeheer': FIXED.caseKey,
      'StUF:verwerkingssoort': 'T',
    },
  )
  return element('ZKN:isRelevantVoor', [related], {
    'StUF:entiteittype': 'EDCZAK',
    'StUF:verwerkingssoort': 'T',
  })
}
