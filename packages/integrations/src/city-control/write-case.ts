import type { NewCase } from '@signalen/services'
import { NAMESPACES } from './stuf-names.ts'
import { stufDay, stufTime, writeNothing, writeStamp } from './stuf-parts.ts'
import { element, leaf, writeDocument } from './write-xml.ts'

/** The message creeerZaak_Lk01. */
export function writeCase(made: NewCase): string {
  const { soap, ZKN, BG, StUF, xsi } = NAMESPACES
  const stamp = writeStamp('StUF:', {
    code: 'Lk01',
    reference: made.caseNumber,
    time: stufTime(made.createdAt, made.timeZone),
    entity: 'ZAK',
  })
  const message = element(
    'ZKN:zakLk01',
    [
      element('ZKN:stuurgegevens', stamp),
      element('ZKN:parameters', [leaf('StUF:mutatiesoort', 'T'), leaf('StUF:indicatorOvername', 'V')]),
      element('ZKN:object', writeObject(made), {
        'StUF:entiteittype': 'ZAK',
        'StUF:sleutelGegevensbeheer': '',
        'StUF:verwerkingssoort': 'T',
      }),
    ],
    { 'xmlns:ZKN': ZKN, 'xmlns:BG': BG, 'xmlns:StUF': StUF },
  )
  return writeDocument(
    element('soap:Envelope', [element('soap:Body', [message])], { 'xmlns:soap': soap, 'xmlns:xsi': xsi }),
  )
}

function writeObject(made: NewCase): string[] {
  const day = (moment: Date) => stufDay(moment, made.timeZone)
  return [
    leaf('ZKN:identificatie', made.caseNumber),
    leaf('ZKN:omschrijving', made.description),
    leaf('ZKN:startdatum', day(made.startedAt)),
    leaf('ZKN:registratiedatum', day(made.createdAt)),
    leaf('ZKN:einddatumGepland', day(made.dueAt)),
    leaf('ZKN:toelichting', made.text),
    leaf('ZKN:archiefnominatie', 'N'),
    leaf('ZKN:zaakniveau', '1'),
    leaf('ZKN:deelzakenIndicatie', 'N'),
    writePosition(made),
    element(
      'ZKN:isVan',
      [
        element('ZKN:gerelateerde', [leaf('ZKN:omschrijving', 'Uitvoeren controle'), leaf('ZKN:code', '2')], {
          'StUF:entiteittype': 'ZKT',
          'StUF:sleutelOntvangend': '1',
          'StUF:verwerkingssoort': 'T',
        }),
      ],
      { 'StUF:entiteittype': 'ZAKZKT', 'StUF:verwerkingssoort': 'T' },
    ),
    ...writeAddress(made),
  ]
}

function writePosition({ position: { latitude, longitude } }: NewCase): string {
  return element('StUF:extraElementen', [
    leaf('StUF:extraElement', String(latitude), { naam: 'Ycoordinaat' }),
    leaf('StUF:extraElement', String(longitude), { naam: 'Xcoordinaat' }),
  ])
}

function writeAddress({ address }: NewCase): string[] {
  if (address === null) return []
  const place = element(
    'ZKN:adres',
    [
      leaf('BG:wpl.woonplaatsNaam', address.town),
      leaf('BG:gor.openbareRuimteNaam', address.street),
      leaf('BG:huisnummer', String(address.houseNumber)),
      writeNothing('BG:huisletter'),
      leaf('BG:postcode', address.postcode),
    ],
    { 'StUF:entiteittype': 'AOA', 'StUF:verwerkingssoort': 'T' },
  )
  return [
    element('ZKN:heeftBetrekkingOp', [element('ZKN:gerelateerde', [place])], {
      'StUF:entiteittype': 'ZAKOBJ',
      'StUF:verwerkingssoort': 'T',
    }),
  ]
}
