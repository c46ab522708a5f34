import type { seedOrganisation as SeedOrganisation } from '@server/modules/identity'
import type { Boundary } from '@server/modules/regions'

/** A small city of squares, large enough for every rule about regions. */
export const CITY = {
  province: '88',
  city: '8801',
  county: '880101',
  township: '880101001',
  village: '880101001001',
  grid: '880101001001001',
  otherGrid: '880101001001002',
  otherCounty: '880102',
  otherTownship: '880102001',
  otherVillage: '880102001001',
  farGrid: '880102001001001',
} as const

/** Points [longitude, latitude] inside a grid, or nowhere. */
export const POINTS = {
  grid: [110.01, 30.01],
  otherGrid: [110.03, 30.01],
  farGrid: [110.11, 30.01],
  nowhere: [100, 20],
} as const satisfies Record<string, readonly [number, number]>

const square = (west: number, south: number, east: number, north: number): Boundary => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

const REGIONS: [code: string, name: string, boundary: Boundary][] = [
  [CITY.province, '试验省', square(110, 30, 110.2, 30.1)],
  [CITY.city, '平安市', square(110, 30, 110.2, 30.1)],
  [CITY.county, '东河县', square(110, 30, 110.1, 30.1)],
  [CITY.township, '柳溪镇', square(110, 30, 110.08, 30.08)],
  [CITY.village, '桥头村', square(110, 30, 110.04, 30.04)],
  [CITY.grid, '桥头一网格', square(110, 30, 110.02, 30.02)],
  [CITY.otherGrid, '桥头二网格', square(110.02, 30, 110.04, 30.02)],
  [CITY.otherCounty, '西河县', square(110.1, 30, 110.2, 30.1)],
  [CITY.otherTownship, '石门镇', square(110.1, 30, 110.18, 30.08)],
  [CITY.otherVillage, '石门村', square(110.1, 30, 110.14, 30.04)],
  [CITY.farGrid, '石门一网格', square(110.1, 30, 110.12, 30.02)],
]

const ORGANISATIONS = {
  committee: { kind: 'committee', name: '桥头村人民调解委员会', regionCode: CITY.village },
  studio: { kind: 'studio', name: '老周调解工作室', regionCode: CITY.township },
  centre: { kind: 'centre', name: '东河县综治中心', regionCode: CITY.county },
  cityCentre: { kind: 'centre', name: '平安市综治中心', regionCode: CITY.city },
  department: { kind: 'department', name: '东河县自然资源局', regionCode: CITY.county },
  cppcc: { kind: 'cppcc', name: '平安市政协', regionCode: CITY.city },
} as const satisfies Record<string, Parameters<typeof SeedOrganisation>[0]>

export interface City {
  /** Ids of the organisations. */
  organisations: Record<keyof typeof ORGANISATIONS, string>
  venue: { id: string; rooms: string[] }
}

/** Fills the connected database with the city. */
export const aCity = async (): Promise<City> => {
  // Loaded here, for the module's state must be that of the service under test.
  const { importRegions, insertVenue } = await import('@server/modules/regions')
  const { seedOrganisation } = await import('@server/modules/identity')
  const features = REGIONS.map(([code, name, geometry]) => ({ type: 'Feature', properties: { code, name }, geometry }))
  const { rejected } = await importRegions({ format: 'geojson', content: JSON.stringify({ type: 'FeatureCollection', features }) })
  if (rejected.length > 0) throw new Error(`The test city was rejected: ${JSON.stringify(rejected)}`)
  const ids = await Promise.all(Object.entries(ORGANISATIONS).map(async ([name, one]) => [name, await seedOrganisation(one)] as const))
  const venue = await insertVenue({
    name: '桥头村议事厅',
    address: '桥头村委会一楼',
    regionCode: CITY.village,
    accessible: true,
    rooms: [
      { name: '一号调解室', seats: 8 },
      { name: '二号调解室', seats: 6 },
    ],
  })
  return {
    organisations: Object.fromEntries(ids) as City['organisations'],
    venue: { id: venue._id.toHexString(), rooms: venue.rooms.map((room) => room.id) },
  }
}
