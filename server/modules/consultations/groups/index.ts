export { findGroups, NO_GROUP, type OpinionGroups } from './find-groups'
export { about, standingOf, standingsOf } from './map'
export { type Publication, publish } from './publish'
export type { Answer, Vote } from './votes'
