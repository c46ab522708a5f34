import { startDouble } from './index'

// Run as a process of its own by scripts/start.mjs, which waits for the one line that names the URL.
const { DOUBLE_PORT, DOUBLE_STATE, DOUBLE_PUSH_URL, WECHAT_APPID = '', WECHAT_SECRET = '' } = process.env
const { WECHAT_PUSH_TOKEN: token = '', WECHAT_ENCODING_AES_KEY: aesKey = '' } = process.env
const double = await startDouble({
  port: Number(DOUBLE_PORT ?? 0),
  stateFile: DOUBLE_STATE,
  appId: WECHAT_APPID,
  secret: WECHAT_SECRET,
  push: DOUBLE_PUSH_URL ? { url: DOUBLE_PUSH_URL, token, aesKey } : undefined,
})
process.send?.({ url: double.url })
const stop = () => {
  double.close().finally(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
