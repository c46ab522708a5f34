import { toLocalIso } from '@server/modules/deadlines'
import type { OpinionView } from '@shared/consultations/opinion'
import type { Publication } from './groups'
import type { Published } from './queries/published-opinion'
import type { VoteSheet } from './vote.model'

type Finding = OpinionView['all'][number]
type Shown = Publication['shown']

const NUMERALS = ['一', '二', '三', '四', '五']
/** What a group is called, the largest first. */
export const groupName = (group: number): string => `观点${NUMERALS[group] ?? group + 1}`

/** Finds the words to a finding; a statement that has been taken away since is said no more. */
const findingIn = ({ statements }: Published, shown: Shown): ((id: string) => Finding[]) => {
  const texts = new Map(statements.map(({ _id, text }) => [_id.toHexString(), text]))
  return (id) => {
    const text = texts.get(id)
    const none = shown.groups.map(() => null)
    return text === undefined ? [] : [{ statementId: id, text, byGroup: shown.statements[id] ?? none }]
  }
}

const publicPart = (published: Published, shown: Shown) => {
  const finding = findingIn(published, shown)
  const { united, dividing, typical } = shown.findings
  return {
    groups: shown.groups.map((people, group) => ({
      name: groupName(group),
      people,
      typical: typical.filter((one) => one.group === group).flatMap(({ statement }) => finding(statement)),
    })),
    united: united.flatMap(({ statement }) => finding(statement)),
    dividing: dividing.flatMap(({ statement }) => finding(statement)),
    all: published.statements.flatMap(({ _id }) => finding(_id.toHexString())),
    map: shown.map,
  }
}
const NOTHING = { groups: [], united: [], dividing: [], all: [], map: { side: 0, clouds: [] } }

/** What everybody may know of the votes on a topic, and where the reader stands. `voters` comes rounded. */
export const presentOpinion = (published: Published, voters: number, me: VoteSheet['standing']): OpinionView => {
  const { shown, computedAt, statements } = published
  return {
    voters,
    statements: statements.length,
    ready: shown !== null,
    computedAt: computedAt && toLocalIso(computedAt),
    ...(shown ? publicPart(published, shown) : NOTHING),
    me: shown ? me : null,
  }
}
