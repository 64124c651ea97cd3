/** The namespaces of StUF-ZKN 3.10, by the prefixes that our messages have. */
export const NAMESPACES = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  ZKN: 'http://www.egem.nl/StUF/sector/zkn/0310',
  BG: 'http://www.egem.nl/StUF/sector/bg/0310',
  StUF: 'http://www.egem.nl/StUF/StUF0301',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  mime: 'http://www.w3.org/2005/05/xmlmime',
} as const

/** In their double quotes, as the header SOAPAction has them. */
export const CREATE_CASE = `"${NAMESPACES.ZKN}/CreeerZaak_Lk01"`
export const ADD_DOCUMENT = `"${NAMESPACES.ZKN}/VoegZaakdocumentToe_Lk01"`

/** By these names CityControl knows both sides, whatever municipality it works for. */
export const SENDER = { organisation: 'AMS', application: 'SIA' } as const
export const RECEIVER = { organisation: 'SMX', application: 'CTC' } as const
