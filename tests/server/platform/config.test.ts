import { readConfig } from '@server/config'

const SECRETS = ['TOKEN_SECRET', 'DATA_KEY', 'WECHAT_APPID', 'WECHAT_SECRET']
const production = { NODE_ENV: 'production', MONGODB_URI: 'mongodb://unused' }

test.each([{}, { DEMO: '1' }])('a production start refuses to run without its own secrets, and names them (%j)', (over) => {
  expect(() => readConfig({ ...production, ...over })).toThrow('Production needs its own values for')
  for (const name of SECRETS) expect(() => readConfig({ ...production, ...over })).toThrow(name)
})
