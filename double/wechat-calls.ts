import { randomBytes } from 'node:crypto'
import QRCode from 'qrcode'
import sharp from 'sharp'
import { badField } from './fields'
import { type Answer, type Call, type Handler, type Routes, textOf } from './http'
import type { State } from './state'

const refuse = (errcode: number, errmsg: string): Answer => ({
  json: { errcode, errmsg: `${errmsg} rid: ${randomBytes(4).toString('hex')}` },
})
const done = (more: object = {}): Answer => ({ json: { errcode: 0, errmsg: 'ok', ...more } })

const wrongAccount = (state: State, appid: unknown, secret: unknown): Answer | undefined => {
  if (appid !== state.appId) return refuse(40013, 'invalid appid')
  if (secret !== state.secret) return refuse(40125, 'invalid appsecret')
}

const withToken =
  (state: State, handler: Handler): Handler =>
  (call) => {
    const value = call.query.get('access_token')
    if (!value) return refuse(41001, 'access_token missing')
    const verdict = state.checkToken(value)
    if (verdict === 'bad') return refuse(40001, 'invalid credential, access_token is invalid or not latest')
    if (verdict === 'expired') return refuse(42001, 'access_token expired')
    return call.body ? handler(call) : refuse(47001, 'data format error')
  }

const jscode2session = (state: State, { query }: Call): Answer => {
  const wrong = wrongAccount(state, query.get('appid'), query.get('secret'))
  if (wrong) return wrong
  if (query.get('grant_type') !== 'authorization_code') return refuse(40002, 'invalid grant_type')
  const person = state.spendCode(query.get('js_code') ?? '', 'login')
  if (person === 'bad') return refuse(40029, 'invalid code')
  if (person === 'used') return refuse(40163, 'code been used')
  return { json: { openid: person.openid, session_key: randomBytes(16).toString('base64') } }
}

const tokenAnswer = (state: State, token: { value: string; until: number }): Answer => ({
  json: { access_token: token.value, expires_in: Math.floor((token.until - state.now()) / 1000) },
})

const phoneNumber = (state: State, call: Call): Answer => {
  const person = state.spendCode(textOf(call, 'code') ?? '', 'phone')
  if (person === 'bad') return refuse(40029, 'invalid code')
  if (person === 'used') return refuse(40163, 'code been used')
  const watermark = { timestamp: Math.floor(state.now() / 1000), appid: state.appId }
  return done({ phone_info: { phoneNumber: person.phone, purePhoneNumber: person.phone, countryCode: '86', watermark } })
}

const subscribeSend = (state: State, call: Call): Answer => {
  const touser = textOf(call, 'touser')
  const template = textOf(call, 'template_id')
  if (!touser || !state.knows(touser)) return refuse(40003, 'invalid openid')
  if (!template) return refuse(40037, 'invalid template_id')
  const bad = badField(call.body?.data)
  if (bad) return refuse(47003, `argument invalid! ${bad} invalid`)
  const data = call.body?.data as Record<string, { value: string }>
  const delivered = state.deliver({ touser, template_id: template, page: textOf(call, 'page') ?? '', data })
  return delivered ? done() : refuse(43101, 'user refuse to accept the msg')
}

const codeImage = async (call: Call): Promise<Answer> => {
  const scene = textOf(call, 'scene') ?? ''
  const page = textOf(call, 'page')
  const width = call.body?.width ?? 430
  if (!/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/.test(scene)) return refuse(40129, 'invalid scene')
  if (page?.startsWith('/')) return refuse(41030, 'invalid page')
  if (typeof width !== 'number' || width < 280 || width > 1280) return refuse(40097, 'invalid args')
  // Drawn small and enlarged: the library's own drawing takes seconds at this size.
  const small = await QRCode.toBuffer(scene, { scale: 1, margin: 2 })
  return { image: await sharp(small).resize(width, width, { kernel: 'nearest' }).png().toBuffer() }
}

const textCheck = (state: State, call: Call): Answer => {
  const content = textOf(call, 'content')
  const openid = textOf(call, 'openid')
  if (!content || content.length > 2500) return refuse(40097, 'invalid args')
  if (!openid || !state.knows(openid)) return refuse(40003, 'invalid openid')
  return done({ result: state.checks.judge(content), trace_id: randomBytes(8).toString('hex') })
}

const mediaCheck = (state: State, call: Call): Answer => {
  const url = textOf(call, 'media_url')
  const openid = textOf(call, 'openid')
  if (!url?.startsWith('http') || ![1, 2].includes(Number(call.body?.media_type))) return refuse(40097, 'invalid args')
  if (!openid || !state.knows(openid)) return refuse(40003, 'invalid openid')
  const traceId = randomBytes(8).toString('hex')
  state.checks.look(traceId, url).catch(() => undefined)
  return done({ trace_id: traceId })
}

/** The calls of WeChat's host that the service makes, with WeChat's own answers and errors. */
export const wechatRoutes = (state: State): Routes => ({
  'GET /sns/jscode2session': (call) => jscode2session(state, call),
  'GET /cgi-bin/token': ({ query }) => wrongAccount(state, query.get('appid'), query.get('secret')) ?? tokenAnswer(state, state.newToken()),
  'POST /cgi-bin/stable_token': (call) =>
    wrongAccount(state, call.body?.appid, call.body?.secret) ?? tokenAnswer(state, state.stableToken(call.body?.force_refresh === true)),
  'POST /wxa/business/getuserphonenumber': withToken(state, (call) => phoneNumber(state, call)),
  'POST /cgi-bin/message/subscribe/send': withToken(state, (call) => subscribeSend(state, call)),
  'POST /wxa/getwxacodeunlimit': withToken(state, codeImage),
  'POST /wxa/msg_sec_check': withToken(state, (call) => textCheck(state, call)),
  'POST /wxa/media_check_async': withToken(state, (call) => mediaCheck(state, call)),
})
