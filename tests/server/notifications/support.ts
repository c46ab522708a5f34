import type { Client } from '@tests/support/client'

/** Lets somebody hear at night, too: for tests that run at any hour. */
export const hearAlways = async (who: Client): Promise<Client> => {
  await who.call('noticeSettings.put', { body: { quiet: null, digestAt: null } })
  return who
}
