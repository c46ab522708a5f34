import { createHash, createHmac } from 'node:crypto'
import { Agent, request } from 'node:http'

const LIFE_S = 24 * 3600
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const HEADER = part({ alg: 'HS256', typ: 'JWT' })

const tokenOf = (name, secret) => {
  const id = createHash('sha256').update(name).digest('hex').slice(0, 24)
  const now = Math.floor(Date.now() / 1000)
  const signed = `${HEADER}.${part({ sub: id, pid: id, sid: id, nam: name, rol: [], iat: now, exp: now + LIFE_S })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** As many connections as a service accepts in one go; further requests wait on them, and none is lost. */
const CONNECTIONS = 500

const send = (options, body) =>
  new Promise((resolve, reject) => {
    const asking = request(options, (answer) => {
      const parts = []
      answer.on('data', (one) => parts.push(one))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) }))
    })
    asking.on('error', reject)
    asking.end(body && JSON.stringify(body))
  })

/** Residents of a service whose secret we know, who call it as their telephones would. */
export const residentsOf = ({ url, secret }) => {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const ask = (name, method, path, body) => {
    const headers = { Authorization: `Bearer ${tokenOf(name, secret)}`, 'Content-Type': 'application/json' }
    // One case and one booking for each resident: the key may be their name.
    if (body) headers['Idempotency-Key'] = name
    return send({ hostname, port, agent, method, path, headers }, body)
  }
  return {
    /** Brings a dispute to the mediator of a village; answers the case's id. */
    submit: async (name, regionCode) => {
      const { status, body } = await ask(name, 'POST', '/api/cases', {
        kind: 'dispute',
        text: `${name}：院墙渗水，想约个时间谈谈。`,
        regionCode,
      })
      if (status !== 201) throw new Error(`A case was not taken: ${status} ${JSON.stringify(body)}`)
      return body.id
    },
    slots: async (name, caseId) => (await ask(name, 'GET', `/api/cases/${caseId}/slots?mode=onsite`)).body.items,
    /** `won`, `refused` because the time is taken, or what else was answered. */
    book: async (name, caseId, startsAt) => {
      try {
        const { status, body } = await ask(name, 'POST', `/api/cases/${caseId}/bookings`, { startsAt, mode: 'onsite' })
        if (status === 201) return 'won'
        return status === 409 && body.code === 'slot_taken' ? 'refused' : `${status} ${body.code}`
      } catch (error) {
        return String(error.code ?? error.message)
      }
    },
  }
}
