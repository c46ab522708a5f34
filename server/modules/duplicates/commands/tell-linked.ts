import { type Case, findFollowers, loadCase, relationsOf, sendMessage } from '@server/modules/cases'
import type { Actor } from '@server/platform/actor'
import { Conflict, Forbidden } from '@server/platform/errors'
import { isTalking } from '@shared/cases/words'

const PAGE = 100
/** So many at a time: each is a transaction of its own. */
const AT_ONCE = 8

/** The case itself, if it leads others, and these; of a merged one, only itself is told. */
const pagesOf = async function* (doc: Case): AsyncGenerator<Case[]> {
  yield [doc]
  let after: Case['_id'] | undefined
  for (;;) {
    const page: Case[] = await findFollowers({ leadId: doc._id.toHexString(), after, limit: PAGE })
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?._id
  }
}

const tell = async (options: { actor: Actor; doc: Case; text: string; key: string | undefined }): Promise<boolean> => {
  const { actor, doc, text, key } = options
  // In the moment in which the matter changes hands some may still be somebody else's.
  if (!relationsOf(actor, doc).includes('owner') || !isTalking(doc.status)) return false
  const own = key === undefined ? undefined : `${key}:${doc._id.toHexString()}`
  const { created } = await sendMessage({ actor, doc, body: { room: 'applicant', text }, key: own })
  return created
}

/**
 * Says the same to every applicant of a matter, each in their own room; nobody learns of the others. Repeated with its
 * key it tells those who have not been told. Answers how many have been, and whether any was told now.
 */
export const tellLinked = async (options: {
  actor: Actor
  caseId: string
  text: string
  key: string | undefined
}): Promise<{ told: number; created: boolean }> => {
  const { actor, caseId, text, key } = options
  const { doc, relations } = await loadCase({ actor, caseId })
  if (!relations.includes('owner')) throw new Forbidden()
  if (!doc.followers) throw new Conflict('conflict', '没有与这件事合并办理的事项')
  let told = 0
  let created = false
  for await (const page of pagesOf(doc)) {
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const part = page.slice(from, from + AT_ONCE)
      const sent = await Promise.all(part.map((one) => tell({ actor, doc: one, text, key })))
      created ||= sent.includes(true)
    }
    told += page.filter((one) => relationsOf(actor, one).includes('owner') && isTalking(one.status)).length
  }
  return { told, created }
}
