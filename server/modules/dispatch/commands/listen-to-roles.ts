import { onPersonData, onRoleChange } from '@server/modules/identity'
import { DeskModel } from '../desk.model'
import { presentDesk } from '../dispatch.presenter'
import { closeDesk, openDesk } from './keep-desk'

/** Whoever becomes a mediator gets a desk for the region; whoever is one no longer gets nothing new from it. */
export const listenToRoles = (): void => {
  onRoleChange(async ({ personId, name, grant, change }) => {
    if (grant.role !== 'mediator') return
    const { regionCode, organisationId } = grant
    if (change === 'granted') await openDesk({ personId, name, organisationId, regionCodes: [regionCode] })
    else await closeDesk({ personId, regionCode })
  })
  onPersonData('desk', async (personId) => {
    const desk = await DeskModel.findOne({ personId }).lean()
    return desk ? [presentDesk(desk)] : []
  })
}
