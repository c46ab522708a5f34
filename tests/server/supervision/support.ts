import { listeners } from '@server/background'
import type { DomainEvent } from '@server/platform/outbox'
import type { Client } from '@tests/support/client'
import { aMediator, type CaseView } from '@tests/support/factories'
import { aService, type Service } from '@tests/support/service'

/** A Monday without holidays near it; every test of time begins on it or later. */
export const MONDAY = '2027-03-08T10:00:00+08:00'
/** What a time shows on the city's clocks, to the minute. */
export const shown = (iso: string | null | undefined): string | undefined => iso?.slice(0, 16)
export const local = (text: string): string => `${text}:00+08:00`

export const move = (client: Client, doc: Pick<CaseView, 'id' | 'revision'>, name: string, more: object = {}): Promise<CaseView> =>
  client.call('cases.move', { params: { id: doc.id }, body: { move: name as 'accept', revision: doc.revision, ...more } })
export const view = (client: Client, id: string): Promise<CaseView> => client.call('cases.get', { params: { id } })
export const deadline = (doc: CaseView, kind: string) => doc.deadlines.find((one) => one.kind === kind)

/** The service on that Monday, with somebody who brings cases and the mediator to whom they go. */
export const onMonday = async (): Promise<{ service: Service; mediator: Client; applicant: Client }> => {
  const service = await aService()
  await service.clock.set(MONDAY)
  const mediator = await aMediator(service, { name: '王秀兰', capacity: 200 })
  return { service, mediator, applicant: await service.login('李明') }
}

/** Hears every event from now on; to be called before the service starts. */
export const hearEvents = () => {
  const heard = new Map<string, DomainEvent>()
  listeners.push(async (events) => {
    for (const event of events) heard.set(event.id, event)
  })
  /** The events of a case of some types, without their ids. */
  return (caseId: string, ...types: string[]) =>
    [...heard.values()]
      .filter((one) => one.data.caseId === caseId && types.includes(one.type))
      .map(({ data: { caseId: _, ...rest } }) => rest)
}
