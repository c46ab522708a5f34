import { ROLE_NAMES } from '@shared/identity/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { pressable } from '@/components/pressable'
import { EmptyState } from '@/components/states'
import { byRole, type DemoPerson } from './double'
import { texts } from './texts'

/** So many of a role are shown; the rest are found by name. */
const SHOWN = 6

interface Props {
  people: readonly DemoPerson[]
  onChoose: (person: DemoPerson) => void
}

const Person = ({ person, onPress }: { person: DemoPerson; onPress: () => void }) => (
  <View className="h-entry" {...pressable(onPress)}>
    <Avatar name={person.name} />
    <Text className="h-grow">{person.name}</Text>
  </View>
)

/** The demo city's people, by role, with a search. */
export const DemoList = ({ people, onChoose }: Props) => {
  const [words, setWords] = useState('')
  const wanted = words.trim()
  const groups = byRole(wanted ? people.filter(({ name }) => name.includes(wanted)) : people)
  return (
    <>
      <Text className="h-title">{texts.demoTitle}</Text>
      <Text className="h-soft">{texts.demoNote}</Text>
      <Field value={words} onChange={setWords} placeholder={texts.search} max={20} />
      {groups.length === 0 ? <EmptyState title={texts.none} /> : null}
      {groups.map(({ role, people: group }) => {
        const shown = wanted ? group : group.slice(0, SHOWN)
        return (
          <Card key={role}>
            <Text className="h-head">{ROLE_NAMES[role]}</Text>
            {shown.map((person) => (
              <Person key={person.openid} person={person} onPress={() => onChoose(person)} />
            ))}
            {group.length > shown.length ? <Text className="h-note">{texts.more(group.length - shown.length)}</Text> : null}
          </Card>
        )
      })}
    </>
  )
}
