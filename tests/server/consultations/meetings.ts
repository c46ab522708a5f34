import type { Client } from '@tests/support/service'
import { aTopicIn, move, read, type Stage } from './stages'

const HOUR = 3_600_000

/** A meeting so many hours from now. */
export const meetingIn = ({ service }: Stage, hours: number, places: number) => ({
  at: new Date(service.clock.now().getTime() + hours * HOUR).toISOString(),
  minutes: 90,
  place: '桥头村议事厅',
  places,
})

/** A topic with a meeting in two days. Answers its id. */
export const aMeeting = async (stage: Stage, places: number): Promise<string> => {
  const { id } = await aTopicIn(stage, 'open')
  await move(stage.member, id, { move: 'schedule', meeting: meetingIn(stage, 48, places) })
  return id
}

export const signUp = (client: Client, id: string, code?: string) =>
  client.call('consultations.signUp', { params: { id }, body: code === undefined ? {} : { code } })
export const leave = (client: Client, id: string) => client.call('consultations.leave', { params: { id } })
export const checkIn = (client: Client, id: string, code: string) =>
  client.call('consultations.checkIn', { params: { id }, body: { code } })
/** A call as it comes, by somebody whose token may be old because the clock was moved. */
export const raw = async (client: Client, ...given: Parameters<Client['raw']>) => {
  await client.call('me.get')
  return client.raw(...given)
}
export const trySignUp = (client: Client, id: string, code?: string) =>
  raw(client, 'PUT', `/api/consultations/${id}/place`, { body: code === undefined ? {} : { code } })
export const tryCheckIn = (client: Client, id: string, code: string) =>
  raw(client, 'POST', `/api/consultations/${id}/check-in`, { body: { code } })
export const tryLeave = (client: Client, id: string) => raw(client, 'DELETE', `/api/consultations/${id}/place`)
export const invite = (client: Client, id: string, over: { name?: string; key?: string } = {}) =>
  client.call('consultations.invite', { params: { id }, body: { as: 'neighbour', name: over.name ?? '隔壁老马' }, key: over.key })
export const tryInvite = (client: Client, id: string, headers: Record<string, string> = {}, name = '隔壁老马') =>
  raw(client, 'POST', `/api/consultations/${id}/invitations`, { body: { as: 'neighbour', name }, headers })

export const placeOf = async (client: Client, id: string) => (await read(client, id)).meeting?.mine ?? null
export const numbersOf = async (client: Client, id: string) => {
  const { taken, waiting, checkedIn } = (await read(client, id)).meeting ?? {}
  return { taken, waiting, checkedIn }
}
