/**
 * Maps in China, WeChat's included, shift coordinates (GCJ-02); the service holds WGS 84. The formula is the one that
 * has been public for years; its inverse is found by two steps of approximation, good to well under a metre.
 */
const AXIS = 6_378_245
const ECCENTRICITY = 0.006693421622965943
const { PI, abs, cos, sin, sqrt } = Math

export type LngLat = [number, number]

const waves = (v: number): number => (20 * sin(6 * v * PI) + 20 * sin(2 * v * PI)) * (2 / 3)

const shiftLat = (x: number, y: number): number =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * sqrt(abs(x)) +
  waves(x) +
  ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
  ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3

const shiftLng = (x: number, y: number): number =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * sqrt(abs(x)) +
  waves(x) +
  ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
  ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3

/** WGS 84 → GCJ-02. */
export const toGcj02 = ([lng, lat]: LngLat): LngLat => {
  const magic = 1 - ECCENTRICITY * sin((lat / 180) * PI) ** 2
  const dLat = (shiftLat(lng - 105, lat - 35) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * sqrt(magic))) * PI)
  const dLng = (shiftLng(lng - 105, lat - 35) * 180) / ((AXIS / sqrt(magic)) * cos((lat / 180) * PI) * PI)
  return [lng + dLng, lat + dLat]
}

/** GCJ-02 → WGS 84. */
export const fromGcj02 = (point: LngLat): LngLat => {
  let guess: LngLat = point
  for (let step = 0; step < 3; step++) {
    const [lng, lat] = toGcj02(guess)
    guess = [guess[0] - (lng - point[0]), guess[1] - (lat - point[1])]
  }
  return guess
}
