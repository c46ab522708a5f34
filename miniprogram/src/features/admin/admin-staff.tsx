import { ROLE_NAMES, type RoleGrant, type StaffRole } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { toast } from '@/components/toast'
import { open } from '@/lib/navigate'
import { invalidate, usePages } from '@/lib/query'
import { call, type Output } from '@/lib/request'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { usePlace } from '@/lib/use-place'
import { texts } from './texts'
import './admin.css'

type Person = Output<'staff.list'>['items'][number]
interface Taking {
  person: Person
  grant: RoleGrant
}

const RoleRow = ({ person, grant, onTake }: Taking & { onTake: () => void }) => {
  const place = usePlace(grant.regionCode)
  return (
    <View className="h-row spread a-role">
      <Text className="h-grow">{[ROLE_NAMES[grant.role], place].filter(Boolean).join(' · ')}</Text>
      <Button small look="ghost" label={texts.takeRoleOf(person.name, ROLE_NAMES[grant.role])} onPress={onTake}>
        {texts.takeRole}
      </Button>
    </View>
  )
}

const TakeSheet = ({ person, grant, onClose }: Taking & { onClose: () => void }) => {
  const { busy, act } = useAct()
  const take = () =>
    act(async () => {
      // the list holds staff roles only: `resident` is nobody's to give or take
      const body = { role: grant.role as StaffRole, regionCode: grant.regionCode }
      await call('staff.revokeRole', { params: { id: person.id }, body })
      toast(texts.taken)
      onClose()
      await invalidate('staff.list')
    })
  return (
    <Sheet open title={texts.takeTitle} onClose={onClose}>
      <Text>{texts.takeNote(person.name, ROLE_NAMES[grant.role])}</Text>
      <Button look="danger" busy={busy} onPress={take}>
        {texts.takeSure}
      </Button>
    </Sheet>
  )
}

/** The administrator's second tab: people with roles, and what the service is set up with. */
export const AdminStaff = () => {
  const signedIn = useApp((state) => state.status === 'in')
  const pages = usePages('staff.list', { query: { limit: 50 } }, { enabled: signedIn })
  const [taking, setTaking] = useState<Taking | null>(null)
  return (
    <Page title={texts.staffTitle} root>
      <Card>
        <Entry title={texts.setupTitle} note={texts.setup} onPress={() => open('setup')} />
        <Entry title={texts.rules} note={texts.rulesNote} onPress={() => open('rules', { part: 'deadlines' })} />
        <Entry title={texts.notices} note={texts.noticesNote} onPress={() => open('notices')} />
        <Entry title={texts.service} note={texts.serviceNote} onPress={() => open('service')} />
      </Card>
      <PagedList pages={pages} count={pages.items.length} empty={<EmptyState title={texts.noStaff} note={texts.noStaffNote} />}>
        {pages.items.map((person) => (
          <Card key={person.id}>
            <View className="h-row a-person">
              <Avatar name={person.name} />
              <Text className="h-head">{person.name}</Text>
            </View>
            {person.roles.map((grant) => (
              <RoleRow key={`${grant.role}${grant.regionCode}`} person={person} grant={grant} onTake={() => setTaking({ person, grant })} />
            ))}
          </Card>
        ))}
      </PagedList>
      {taking ? <TakeSheet {...taking} onClose={() => setTaking(null)} /> : null}
    </Page>
  )
}
