import type { AttendeeView } from '@shared/consultations/schemas'
import { ATTENDEE_KIND_NAMES } from '@shared/consultations/words'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip } from '@/components/chip'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { clockOf } from '@/lib/time'
import { texts } from '../texts'
import type { PartProps } from '../use-topic'
import { InviteSheet } from './invite-sheet'

const StateOf = ({ attendee }: { attendee: AttendeeView }) => {
  const { state, checkedInAt } = attendee
  if (checkedInAt) return <Chip>{texts.arrived(clockOf(checkedInAt))}</Chip>
  return <Chip tone={state === 'in' ? 'sky' : 'neutral'}>{texts.states[state]}</Chip>
}

const Lines = ({ items }: { items: readonly AttendeeView[] }) =>
  items.length === 0 ? (
    <EmptyState title={texts.peopleNone} note={texts.peopleNoneNote} />
  ) : (
    <View role="list">
      {items.map((attendee) => (
        <View key={attendee.id} className="h-row spread h-line" role="listitem">
          <View className="h-grow">
            <Text className="h-bold">{attendee.name}</Text>
            <Text className="h-note">{` ${ATTENDEE_KIND_NAMES[attendee.as]}`}</Text>
          </View>
          <StateOf attendee={attendee} />
        </View>
      ))}
    </View>
  )

/** Who comes, who has come, and asking somebody more. */
export const AttendeesCard = ({ view, every }: PartProps & { every: number }) => {
  const [inviting, setInviting] = useState(false)
  const people = useCall('consultations.attendees', { params: { id: view.id } }, { refetchInterval: every })
  return (
    <Card>
      <View className="h-col">
        <View className="h-row spread">
          <Text className="h-head">{texts.people}</Text>
          {view.can.includes('invite') ? (
            <Button small look="ghost" onPress={() => setInviting(true)}>
              {texts.invite}
            </Button>
          ) : null}
        </View>
        {people.isPending ? <Loading cards={1} /> : null}
        {people.isError && !people.data ? <ErrorState error={people.error} onRetry={() => void people.refetch()} /> : null}
        {people.data ? <Lines items={people.data.items} /> : null}
      </View>
      {inviting ? <InviteSheet view={view} onClose={() => setInviting(false)} /> : null}
    </Card>
  )
}
