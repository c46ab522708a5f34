export type { Answer, Vote } from './groups'
export { findGroups, NO_GROUP, type OpinionGroups, type Publication, publish, standingOf } from './groups'
