import { toLocalIso } from '@server/modules/deadlines'
import type { NoticeView } from '@shared/notices/schemas'
import type { Notice } from './notice.model'
import { isWithdrawable } from './notices.policy'
import { tellable } from './small-numbers'

/** A notice, for the offices of its regions. */
export const presentNotice = (notice: Notice): NoticeView => ({
  id: notice._id.toHexString(),
  regionCodes: notice.regionCodes,
  kinds: notice.kinds,
  title: notice.title,
  text: notice.text,
  state: notice.state,
  reason: notice.reason,
  by: notice.by.name,
  at: toLocalIso(notice.at),
  told: tellable(notice.told),
  can: isWithdrawable(notice) ? ['withdraw'] : [],
})
