import { expect, it } from 'vitest'
import { readGml } from './read-gml.ts'

const wfs2 = `<?xml version="1.0"?><!-- two & more -->
<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2">
  <wfs:member><wijken gml:id="w.1">
    <naam>Oud &amp; Nieuw</naam><code>W1</code>
    <geom><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326"><gml:surfaceMember><gml:Polygon>
      <gml:exterior><gml:LinearRing><gml:posList>52 4 52 5 53 5 52 4</gml:posList></gml:LinearRing></gml:exterior>
      <gml:interior><gml:LinearRing><gml:posList>52.1 4.1 52.1 4.2 52.2 4.2 52.1 4.1</gml:posList></gml:LinearRing></gml:interior>
    </gml:Polygon></gml:surfaceMember></gml:MultiSurface></geom>
  </wijken></wfs:member>
  <wfs:member><wijken><naam>Zonder vlak</naam></wijken></wfs:member>
</wfs:FeatureCollection>`

it('reads WFS 2, with the latitude first where the reference says so', () => {
  expect(readGml(wfs2)).toEqual([
    {
      type: 'Feature',
      properties: { naam: 'Oud & Nieuw', code: 'W1' },
      geometry: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [4, 52],
              [5, 52],
              [5, 53],
              [4, 52],
            ],
            [
              [4.1, 52.1],
              [4.2, 52.1],
              [4.2, 52.2],
              [4.1, 52.1],
            ],
          ],
        ],
      },
    },
    { type: 'Feature', properties: { naam: 'Zonder vlak' }, geometry: null },
  ])
})

it('reads older GML on the Dutch grid as it stands', () => {
  const [feature] =
    readGml(`<FeatureCollection><featureMember><a><CODE>1</CODE><shape><gml:Polygon srsName="EPSG:28992">
      <gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>155000,463000 155000,463100 155100,463100 155000,463000</gml:coordinates>
      </gml:LinearRing></gml:outerBoundaryIs></gml:Polygon></shape></a></featureMember></FeatureCollection>`) ??
    []
  expect(feature?.geometry?.coordinates[0]?.[0]?.[1]).toEqual([155_000, 463_100])
})

it.each(['', 'geen xml', '<a><b></a>', '<ExceptionReport/>', '<'.repeat(500), `${'<a>'.repeat(99)}`])(
  'finds nothing in %s',
  (text) => {
    expect(readGml(text)).toBeUndefined()
  },
)
