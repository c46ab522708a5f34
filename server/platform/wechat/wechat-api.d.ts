declare module 'wechat-api' {
  import type { IncomingMessage } from 'node:http'

  export type Callback<T = unknown> = (error: Error | null, data?: T, response?: IncomingMessage) => void
  export interface Token {
    accessToken: string
    expireTime: number
  }
  export interface RequestOptions {
    dataType?: 'json'
    type?: 'GET' | 'POST'
    data?: object
    headers?: Record<string, string>
    timeout?: number | [number, number]
  }
  export default class API {
    constructor(
      appId: string,
      secret: string,
      getToken: (callback: Callback<Token>) => void,
      saveToken: (token: Token, callback: Callback) => void,
    )
    appid: string
    appsecret: string
    endpoint: string
    token: Token
    getToken: (callback: Callback<Token>) => void
    saveToken: (token: Token, callback: Callback) => void
    getAccessToken(callback: Callback<Token>): void
    preRequest(method: (...args: never[]) => void, args: ArrayLike<unknown>): void
    request(url: string, options: RequestOptions, callback: Callback<never>): void
    setOpts(options: RequestOptions): void
    static mixin(methods: Record<string, unknown>): void
  }
}

declare module 'wechat-api/lib/util.js' {
  import type { Callback } from 'wechat-api'

  export const wrapper: (callback: Callback<never>) => Callback<never>
  export const postJSON: (data: object) => { dataType: 'json'; type: 'POST'; data: object; headers: Record<string, string> }
  export const make: (host: object, name: string, method: (...args: never[]) => void) => void
}
