import { createHash } from 'node:crypto'

/** The harness's categories in ours. */
const OURS = {
  noise: 'environment.noise',
  parking: 'property.parking',
  sanitation: 'environment.rubbish',
  lighting: 'utility.lamp',
  water: 'utility.water',
  property: 'property.service',
  road: 'traffic.road',
  other: 'other.other',
}
const THEIRS = Object.fromEntries(Object.entries(OURS).map(([theirs, ours]) => [ours, theirs]))
export const toOurs = (category) => OURS[category] ?? category
export const toTheirs = (category) => THEIRS[category] ?? category

/** The 24 hex digits under which a resident or mediator of the harness lives with us. */
export const idOf = (name) => createHash('sha256').update(name).digest('hex').slice(0, 24)
/** The grid of a mediator `m000`…`m499`: row and column of the harness's cells, as a code of 15 digits. */
export const gridOf = (mediator) => {
  const number = Number(mediator.slice(1))
  const three = (value) => String(value + 1).padStart(3, '0')
  return `880101${three(Math.floor(number / 25))}${three(number % 25)}001`
}
