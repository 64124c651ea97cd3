/** Terms of dx^p · dy^q, in seconds of arc. */
type Term = readonly [p: number, q: number, factor: number]

const LATITUDE: readonly Term[] = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
]

const LONGITUDE: readonly Term[] = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
]

/** Around the Netherlands, in metres of the Dutch grid (RD, EPSG:28992); no place in degrees is in it. */
export function isOnDutchGrid(x: number, y: number): boolean {
  return x > -7_000 && x < 300_000 && y > 289_000 && y < 629_000
}

/**
 * The place in degrees (WGS 84) of metres on the Dutch grid, by the approximation of Schreutelkamp and Strang van
 * Hees: within a quarter of a metre, anywhere in the country.
 */
export function fromDutchGrid(x: number, y: number): readonly [longitude: number, latitude: number] {
  const dx = (x - 155_000) / 100_000
  const dy = (y - 463_000) / 100_000
  const sum = (terms: readonly Term[]) =>
    terms.reduce((total, [p, q, factor]) => total + factor * dx ** p * dy ** q, 0) / 3600
  return [5.38720621 + sum(LONGITUDE), 52.1551744 + sum(LATITUDE)]
}
