import { inflateRawSync } from 'node:zlib'
import { aDispute, aMediator } from '@tests/support/factories'
import type { Client, Service } from '@tests/support/service'

/** The files in a ZIP, by name; for archives as yazl writes them. */
export const unzip = (bytes: Buffer): Map<string, Buffer> => {
  const files = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed, nameLength, extraLength, commentLength, offset] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ] as [number, number, number, number, number, number]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const data = bytes.subarray(start, start + packed)
    files.set(name, method === 0 ? data : inflateRawSync(data))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}

/** A file as it is downloaded. */
export const download = async (
  service: Service,
  client: Client,
  path: string,
): Promise<{ status: number; bytes: Buffer; headers: Headers }> => {
  const response = await fetch(`${service.url}${path}`, { headers: { Authorization: `Bearer ${client.token}` } })
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), headers: response.headers }
}

export type Move = 'accept' | 'withdraw' | 'archive' | 'startMediation' | 'agree' | 'resolve' | 'confirm'
export const moveTo = async (client: Client, id: string, move: Move) => {
  const { revision } = await client.call('cases.get', { params: { id } })
  const consent = move === 'startMediation' ? { respondentConsent: 'phone' as const } : {}
  return client.call('cases.move', { params: { id }, body: { move, revision, reason: '双方同意。', ...consent } })
}

export interface Scene {
  mediator: Client
  resident: Client
}
export const aScene = async (service: Service): Promise<Scene> => ({
  mediator: await aMediator(service, { name: '周和', capacity: 1000 }),
  resident: await service.login('小林'),
})

/** A dispute that was taken back, so that it can be archived at once. */
export const aWithdrawn = async (service: Service, { resident, mediator }: Scene, fileIds?: string[]): Promise<string> => {
  const { id } = await aDispute(service, resident, fileIds ? { fileIds } : {})
  await moveTo(mediator, id, 'accept')
  await moveTo(resident, id, 'withdraw')
  return id
}
