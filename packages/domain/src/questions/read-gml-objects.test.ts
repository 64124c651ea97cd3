import { describe, expect, it } from 'vitest'
import { readMapObjects } from './object-request.ts'
import { readGmlObjects } from './read-gml-objects.ts'
import { readQuestion } from './read-question.ts'

const WFS = (features: string) => `<?xml version="1.0" encoding="UTF-8"?>
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:s="s">
<wfs:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>1 2</gml:lowerCorner></gml:Envelope></wfs:boundedBy>
${features}</wfs:FeatureCollection>`
const lamp = (shape: string, srs = 'urn:ogc:def:crs:EPSG::4326') =>
  WFS(
    `<wfs:member><s:lamp gml:id="lamp.1"><s:code>L&amp;7</s:code><s:geom>${shape.replace('SRS', `srsName="${srs}"`)}</s:geom></s:lamp></wfs:member>`,
  )
const first = (source: string) => readGmlObjects(source).features[0]

describe('objects in GML', () => {
  it.each([
    ['a point, latitude first', lamp('<gml:Point SRS><gml:pos>52 4.3</gml:pos></gml:Point>'), [[4.3, 52]]],
    [
      'a point, longitude first',
      lamp('<gml:Point SRS><gml:pos>4.3 52</gml:pos></gml:Point>', 'EPSG:4326'),
      [[4.3, 52]],
    ],
    [
      'a point with its height',
      lamp('<gml:Point SRS srsDimension="3"><gml:pos>52 4.3 1.5</gml:pos></gml:Point>'),
      [[4.3, 52]],
    ],
    [
      'a surface',
      lamp(
        '<gml:Polygon SRS><gml:exterior><gml:LinearRing><gml:posList>52 4 52 5 53 5 52 4</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>',
      ),
      [
        [4, 52],
        [5, 52],
        [5, 53],
        [4, 52],
      ],
    ],
    [
      'the older way of writing',
      lamp('<gml:Point SRS><gml:coordinates>4.3,52</gml:coordinates></gml:Point>', 'EPSG:4326'),
      [[4.3, 52]],
    ],
  ])('are read of %s', (_, source, coordinates) => {
    expect(first(source)).toMatchObject({
      properties: { id: 'lamp.1', code: 'L&7' },
      geometry: { coordinates },
    })
  })

  it('are read of metres on the Dutch grid', () => {
    const [x, y] =
      first(lamp('<gml:Point SRS><gml:pos>155000 463000</gml:pos></gml:Point>', 'EPSG:28992'))?.geometry
        .coordinates[0] ?? []
    expect([x, y]).toEqual([expect.closeTo(5.387, 3), expect.closeTo(52.155, 3)])
  })

  it('come to one point each, with what the question uses', () => {
    const question = readQuestion({
      key: 'lamp',
      field_type: 'asset_select',
      required: false,
      meta: { endpoint: 'https://data.example', featureTypes: [{ label: 'Lamp', idField: 'code' }] },
    })
    if (question?.kind !== 'assets') throw new Error('no question about objects')
    const source = lamp('<gml:Point SRS><gml:pos>52 4.3</gml:pos></gml:Point>')
    expect(readMapObjects(question, readGmlObjects(source))).toEqual([
      { type: 'Feature', geometry: { type: 'Point', coordinates: [4.3, 52] }, properties: { code: 'L&7' } },
    ])
  })

  it('are none of what is no collection, and what has no place is left out', () => {
    expect(() => readGmlObjects('<ExceptionReport/>')).toThrow()
    expect(() => readGmlObjects('{}')).toThrow()
    expect(
      readGmlObjects(WFS('<wfs:member><s:lamp><s:code>7</s:code></s:lamp></wfs:member>')).features,
    ).toEqual([])
  })
})
