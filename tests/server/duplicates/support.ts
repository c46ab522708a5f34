import { type CaseView, complaint } from '@tests/support/factories'
import type { CallOptions, Client, Service } from '@tests/support/service'

type SubmitBody = NonNullable<CallOptions<'cases.submit'>['body']>
type MoveBody = NonNullable<CallOptions<'cases.move'>['body']>

export const COVER = '桥头菜场门口的井盖裂了，骑车压过去咣当响，怕哪天掉下去。'
export const COVER_AGAIN = '菜场门口有个井盖坏了，裂成两半，晚上走路很危险。'

/** A point so many metres east of the middle of the first grid. */
export const east = (metres: number) => ({ type: 'Point' as const, coordinates: [110.01 + metres / 96_300, 30.01] as [number, number] })

/** Reports a hazard in the first grid. */
export const aHazard = (client: Client, over: Partial<SubmitBody> = {}): Promise<CaseView> =>
  client.call('cases.submit', { body: complaint({ kind: 'hazard', category: 'safety.other', text: COVER, location: east(0), ...over }) })

/** Moves a case as it stands now. */
export const moveNow = async (client: Client, id: string, move: MoveBody['move'], over: Partial<MoveBody> = {}): Promise<CaseView> => {
  const { revision } = await client.call('cases.get', { params: { id } })
  return client.call('cases.move', { params: { id }, body: { move, revision, ...over } })
}

/** Lets everything happen that follows: events are told, new cases are compared, and what comes of it is told, too. */
export const settle = async (service: Service): Promise<void> => {
  await service.drain()
  await service.catchUp()
}

export const get = (client: Client, id: string): Promise<CaseView> => client.call('cases.get', { params: { id } })
