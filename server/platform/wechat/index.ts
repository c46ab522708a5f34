import { AppError, Unavailable } from '../errors'
import { type ApiOptions, createApi } from './api'
import { CheckRefused, WeChatError } from './errors'

export { CheckRefused } from './errors'
export { mongoTokenStore } from './token-store'

export interface WeChatOptions extends Omit<ApiOptions, 'timeoutMs'> {
  log: { warn: (details: object, message: string) => void }
  /** How long WeChat may take to connect, and again to answer; 5 s. */
  timeoutMs?: number
}
export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Path in the mini-program, without a leading slash. */
  page?: string
  data: Record<string, { value: string }>
}
/**
 * What became of a message. `refused`: never will be sent as it is. `retry`: not sent, may be tried again later.
 * `unknown`: it may have been sent; to send it again could tell somebody twice.
 */
export interface SendResult {
  outcome: 'sent' | 'refused' | 'retry' | 'unknown'
  errcode?: number
}
export interface CheckResult {
  suggest: 'pass' | 'review' | 'risky'
  label: number
}

/** Codes that are the caller's fault: unknown, used or too old a code, or a user whom WeChat distrusts. */
const CODE_INVALID = new Set([40029, 40163, 40226, 41008])
/** Codes that say that a check is not made at all: nobody of that id, not active in two hours, arguments. */
const CHECK_REFUSED = new Set([40003, 40097, 44002, 44004, 45002, 47001, 61010])
/** Codes after which the same message will never be taken. Whatever else WeChat says may pass: quota, busy, configuration. */
const MESSAGE_REFUSED = new Set([40003, 40037, 41028, 41029, 41030, 43101, 43107, 43108, 47003])

/** WeChat's host as the service sees it: promises, one shared token, no secrets in errors. */
export const createWeChat = ({ log, timeoutMs = 5000, ...options }: WeChatOptions) => {
  const api = createApi({ ...options, timeoutMs })

  const noted = (call: string, error: WeChatError) =>
    log.warn({ call, errcode: error.errcode, reach: error.reach, said: error.message }, 'WeChat call failed')

  /** For calls that a person waits for: a bad code is theirs, everything else means that WeChat is away. */
  const asked = async <T>(call: Parameters<typeof api.call>[0], argument: unknown): Promise<T> => {
    try {
      return await api.call<T>(call, argument)
    } catch (error) {
      if (!(error instanceof WeChatError)) throw error
      if (CODE_INVALID.has(error.errcode ?? 0)) throw new AppError(400, 'code_invalid', { cause: error })
      noted(call, error)
      throw new Unavailable('wechat_unavailable', error)
    }
  }

  /** For checks: throws CheckRefused when there will be none, Unavailable when it can be asked for later. */
  const checked = async <T>(call: Parameters<typeof api.call>[0], argument: unknown): Promise<T> => {
    try {
      return await asked<T>(call, argument)
    } catch (error) {
      const cause = error instanceof Unavailable ? error.cause : undefined
      if (cause instanceof WeChatError && CHECK_REFUSED.has(cause.errcode ?? 0)) throw new CheckRefused(cause.errcode ?? 0)
      throw error
    }
  }

  return {
    /** Exchanges a login code. Throws `code_invalid` or `wechat_unavailable`. The session key is not kept: nothing needs it. */
    exchangeCode: async (code: string): Promise<{ openid: string; unionid?: string }> => {
      const { openid, unionid } = await asked<{ openid: string; unionid?: string }>('jscode2session', code)
      return unionid ? { openid, unionid } : { openid }
    },
    /** The telephone number behind a code of the phone button, without country code. */
    phoneNumber: async (code: string): Promise<string> => {
      const answer = await asked<{ phone_info: { purePhoneNumber: string } }>('getUserPhoneNumber', { code })
      return answer.phone_info.purePhoneNumber
    },
    /** Sends one subscription message, once. Never throws for what WeChat or the network does: the outcome says it. */
    sendSubscribe: async ({ openid, templateId, page, data }: SubscribeMessage): Promise<SendResult> => {
      try {
        await api.call('sendSubscribeMessage', { touser: openid, template_id: templateId, page, data, lang: 'zh_CN' })
        return { outcome: 'sent' }
      } catch (error) {
        if (!(error instanceof WeChatError)) throw error
        noted('sendSubscribeMessage', error)
        const { errcode, reach } = error
        if (reach === 'unknown') return { outcome: 'unknown' }
        const outcome = reach === 'refused' && MESSAGE_REFUSED.has(errcode ?? 0) ? 'refused' : 'retry'
        return errcode === undefined ? { outcome } : { outcome, errcode }
      }
    },
    /** The picture of a mini-program code. `scene` has at most 32 visible characters, `page` no leading slash. */
    miniProgramCode: ({ scene, page }: { scene: string; page: string }): Promise<Buffer> =>
      asked('getWxaCodeUnlimit', { scene, page, check_path: false, width: 430 }),
    /**
     * WeChat's opinion of a text (at most 2,500 characters) by somebody who was active in the last two hours.
     * Throws CheckRefused or `wechat_unavailable`.
     */
    checkText: async (text: { openid: string; content: string; scene?: 1 | 2 | 3 | 4 }): Promise<CheckResult> => {
      const answer = await checked<{ result: CheckResult }>('msgSecCheck', { version: 2, scene: 2, ...text })
      return { suggest: answer.result.suggest, label: answer.result.label }
    },
    /** Asks for an opinion of a sound or picture at a URL that WeChat can load; it is pushed later under the trace id. */
    checkMedia: async (media: {
      openid: string
      url: string
      kind: 'audio' | 'image'
      scene?: 1 | 2 | 3 | 4
    }): Promise<{ traceId: string }> => {
      const { openid, url, kind, scene = 2 } = media
      const body = { version: 2, openid, scene, media_url: url, media_type: kind === 'audio' ? 1 : 2 }
      const answer = await checked<{ trace_id: string }>('mediaCheckAsync', body)
      return { traceId: answer.trace_id }
    },
  }
}
export type WeChat = ReturnType<typeof createWeChat>
