export { type CityControlOptions, createCityControl } from './city-control.ts'
export { findAll, readXml, type XmlElement } from './read-xml.ts'
