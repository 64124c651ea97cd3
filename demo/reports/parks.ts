/** Spots in parks, on a path or beside it; a report there has no address. */
export const PARKS = {
  Wilhelminapark: [
    [4.3412, 52.0112],
    [4.3416, 52.0104],
    [4.3409, 52.0128],
  ],
  Agnetapark: [
    [4.3458, 52.0168],
    [4.3472, 52.0176],
  ],
  Kalverbos: [
    [4.3536, 52.0169],
    [4.3543, 52.0172],
  ],
  Mekelpark: [
    [4.3722, 52.0008],
    [4.3738, 51.9972],
  ],
  'Delftse Hout': [
    [4.3824, 52.0202],
    [4.3842, 52.0236],
    [4.3916, 52.0236],
    [4.3878, 52.0168],
    [4.3835, 52.0262],
  ],
  'Abtswoudse Bos': [
    [4.354, 51.9761],
    [4.3592, 51.9757],
    [4.3528, 51.9714],
  ],
  Poptapark: [
    [4.3463, 52.0027],
    [4.3498, 52.0029],
  ],
  'Sint Joris': [[4.3482, 52.0236]],
} as const satisfies Record<string, readonly (readonly [number, number])[]>

export type ParkName = keyof typeof PARKS
