/// <reference types="@tarojs/taro" />

declare module '*.png'
declare module '*.css'

declare namespace NodeJS {
  interface ProcessEnv {
    /** Which client this build is for. */
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** Where the service is; empty on h5, which the service itself serves. */
declare const API_BASE: string
