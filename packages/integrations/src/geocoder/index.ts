export { type AddressFile, createBuiltInGeocoder } from './built-in.ts'
export { GeocoderResting, type GuardedGeocoder, type GuardOptions, guardGeocoder } from './guarded.ts'
export { createPdokGeocoder, type PdokOptions } from './pdok.ts'
