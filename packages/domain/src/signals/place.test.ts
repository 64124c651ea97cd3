import { describe, expect, it } from 'vitest'
import {
  DEFAULT_BOUNDING_BOX,
  findDistrictOfArea,
  isDistrictCode,
  isInsideBoundingBox,
  parseBoundingBox,
} from './place.ts'

describe('places', () => {
  it('on the edge are inside', () => {
    expect(isInsideBoundingBox([3.3, 50.7], DEFAULT_BOUNDING_BOX)).toBe(true)
    expect(isInsideBoundingBox([10, 10], DEFAULT_BOUNDING_BOX)).toBe(false)
    expect(isInsideBoundingBox([Number.NaN, 52], DEFAULT_BOUNDING_BOX)).toBe(false)
  })

  it('are bounded by four numbers', () => {
    expect(parseBoundingBox('3.3,50.7,7.3,53.6')).toEqual(DEFAULT_BOUNDING_BOX)
    for (const text of ['', '1,2,3', '1,2,3,4,5', 'a,b,c,d', '1,,3,4', '5,1,4,2', '1,2,Infinity,4'])
      expect(parseBoundingBox(text)).toBeUndefined()
  })

  it('lie in districts', () => {
    expect(findDistrictOfArea('stadsdeel-zuid')).toBe('K')
    expect(findDistrictOfArea('toString')).toBeUndefined()
    expect(isDistrictCode('A')).toBe(true)
    expect(isDistrictCode('Z')).toBe(false)
  })
})
