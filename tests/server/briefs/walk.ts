import type { EndpointName } from '@shared/endpoints'
import { CITY } from '@tests/support/city'
import type { CallOptions, Client, Output } from '@tests/support/client'
import { aCase } from '@tests/support/factories'
import type { Service } from '@tests/support/service'
import { aCast, type Cast, inDays } from './cast'

type Ask = <N extends EndpointName>(client: Client, name: N, options?: CallOptions<N>) => Promise<Output<N>>
interface Walk {
  service: Service
  ask: Ask
  cast: Cast
}

/** A brief with evidence of a resident, signed by another member; answers its id. */
const write = async ({ service, ask, cast }: Walk): Promise<string> => {
  const { author, signer, resident } = cast
  await aCase(service, resident, { text: '桥头的石墩松动了。', opinionUse: true })
  await service.drain()
  const body = { title: '关于桥头石墩的反映', regionCode: CITY.county }
  const { id } = await ask(author, 'briefs.start', { body, key: 'walk' })
  await ask(author, 'briefs.start', { body, key: 'walk' })
  const params = { id }
  const [wording] = (await author.call('opinion.wordings', { query: { q: '石墩' } })).items
  const quoted = { type: 'wording' as const, wordingId: wording?.id ?? '' }
  const { evidence } = await ask(author, 'briefs.addEvidence', { params, body: quoted, key: 'walk' })
  const note = { type: 'note' as const, text: '去看过。', source: '走访' }
  const { evidence: both, revision } = await ask(author, 'briefs.addEvidence', { params, body: note })
  const e = evidence[0]?.id ?? ''
  const claims = {
    situation: [{ id: 's', text: '石墩松动。', evidenceIds: [e] }],
    causes: [{ id: 'c', text: '没有加固。', evidenceIds: [e] }],
    suggestions: [{ id: 'a', text: '请加固。', answers: ['s'] }],
  }
  await ask(author, 'briefs.write', { params, body: { revision, ...claims } })
  await ask(author, 'briefs.removeEvidence', { params: { id, evidenceId: both.at(-1)?.id ?? '' } })
  await ask(author, 'briefs.colleagues', { query: { regionCode: CITY.county } })
  await ask(author, 'briefs.invite', { params, body: { memberId: signer.personId } })
  for (const _ of [1, 2]) {
    const { digest } = await ask(signer, 'briefs.preview', { params })
    await ask(signer, 'briefs.sign', { params, body: { digest } })
    await ask(signer, 'briefs.unsign', { params })
    await ask(author, 'briefs.invite', { params, body: { memberId: signer.personId } })
  }
  return id
}

const carry = async ({ service, ask, cast }: Walk, id: string): Promise<void> => {
  const params = { id }
  const { author, office, department } = cast
  const move = async (client: Client, body: object) => {
    const { revision } = await ask(client, 'briefs.get', { params })
    await ask(client, 'briefs.move', { params, body: { revision, ...body } as never })
    await service.drain()
  }
  const { digest } = await author.call('briefs.preview', { params })
  await move(author, { move: 'submit', digest })
  await move(office, { move: 'accept' })
  await move(office, { move: 'adopt', level: 'city' })
  await move(office, { move: 'passOn', departmentId: service.city.organisations.department, dueAt: inDays(service, 9) })
  await move(department, { move: 'answer', text: '已经加固。' })
}

/** Asks for everything that briefs offer, the way people do. Answers the names of the calls that are files. */
export const walkBriefs = async ({ service, ask }: Pick<Walk, 'service' | 'ask'>): Promise<EndpointName[]> => {
  const cast = await aCast(service)
  const walk = { service, ask, cast }
  const id = await write(walk)
  await write({
    ...walk,
    ask: (client, name, options) => ask(client, name, options && 'key' in options ? { ...options, key: 'again' } : options),
  })
  await carry(walk, id)
  const lists = [
    [cast.author, 'mine'],
    [cast.signer, 'asked'],
    [cast.office, 'office'],
    [cast.department, 'department'],
    [cast.author, 'adopted'],
  ] as const
  for (const [client, view] of lists)
    for (const query of [{ q: '石墩' }, { state: 'draft' as const }, { limit: 1 }]) {
      const { nextCursor } = await ask(client, 'briefs.list', { query: { view, ...query } })
      if (nextCursor) await ask(client, 'briefs.list', { query: { view, ...query, cursor: nextCursor } })
    }
  await ask(cast.author, 'briefs.similar', { params: { id } })
  for (const by of ['member', 'group'] as const) await ask(cast.office, 'briefs.year', { query: { by } })
  await ask(cast.resident, 'me.export')
  for (const path of [`/api/briefs/${id}/document`, '/api/briefs/year/export'])
    expect((await cast.office.raw('GET', path)).status).toBe(200)
  return ['briefs.document', 'briefs.yearExport']
}
