import { handlersAmong, onPersonData, onRoleChange } from '@server/modules/identity'
import { DeskModel } from '../desk.model'
import { presentDesk } from '../dispatch.presenter'
import { tiesOf } from '../queries/find-ties'
import { dropTies } from './declare-ties'
import { giveBackCasesOf } from './give-back-left'
import { closeDesk, openDesk } from './keep-desk'
import { keepSharedTies } from './keep-ties'

/** Whoever becomes a mediator gets a desk for the region; whoever is one no longer gets nothing new from it. */
const keepDesks = (): void =>
  onRoleChange(async ({ personId, name, grant, change }) => {
    if (grant.role !== 'mediator') return
    const { regionCode, organisationId } = grant
    if (change === 'granted') await openDesk({ personId, name, organisationId, regionCodes: [regionCode] })
    else await closeDesk({ personId, regionCode })
  })

/** Nobody keeps what they can no longer open. */
const takeCasesBack = (): void =>
  onRoleChange(async ({ personId, change }) => {
    if (change === 'granted') return
    const [handles] = await handlersAmong([personId])
    if (!handles) await giveBackCasesOf(personId)
  })

/** Whoever comes to handle cases brings along with whom they have been parties; of who handles none nothing stays declared. */
const keepTiesOfHandlers = (): void =>
  onRoleChange(async ({ personId, change }) => {
    const [handles] = await handlersAmong([personId])
    if (!handles) await dropTies(personId)
    else if (change === 'granted') await keepSharedTies(personId)
  })

/** Hears of roles that are granted and taken away, and gives what is held of somebody to their export. */
export const listenToRoles = (): void => {
  keepDesks()
  takeCasesBack()
  keepTiesOfHandlers()
  onPersonData('desk', async (personId) => {
    const desk = await DeskModel.findOne({ personId }).lean()
    return desk ? [presentDesk(desk)] : []
  })
  onPersonData('ties', async (personId) => {
    const ties = await tiesOf(personId)
    return ties ? [ties] : []
  })
}
