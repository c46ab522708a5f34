import type { CaseView } from '@shared/cases/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Option } from '@/components/option'
import { promisersOf, representativesOf } from './people'
import { texts } from './texts'
import type { Writing } from './use-writing'

interface Props {
  view: CaseView
  writing: Writing
  change: (part: Partial<Writing>) => void
}

const Choice = ({
  label,
  people,
  value,
  onPick,
}: {
  label: string
  people: { id: string; name: string }[]
  value: string | null
  onPick: (id: string) => void
}) => (
  <View className="h-col tight" role="radiogroup" aria-label={label}>
    <Text className="h-bold">{label}</Text>
    {people.map(({ id, name }) => (
      <Option key={id} title={name} on={id === value} onPress={() => onPick(id)} />
    ))}
  </View>
)

/** An authority: from whom, to whom, and how far it goes. */
export const AuthorityPart = ({ view, writing, change }: Props) => {
  const representatives = representativesOf(view.parties)
  if (representatives.length === 0) return <Card tone="amber">{texts.noRepresentative}</Card>
  return (
    <Card>
      <View className="h-col">
        <Choice
          label={texts.authorityFrom}
          people={promisersOf(view.parties)}
          value={writing.fromPartyId}
          onPick={(fromPartyId) => change({ fromPartyId })}
        />
        <Choice
          label={texts.authorityTo}
          people={representatives}
          value={writing.toPartyId}
          onPick={(toPartyId) => change({ toPartyId })}
        />
        <View className="h-col tight" role="radiogroup" aria-label={texts.authorityScope}>
          <Text className="h-bold">{texts.authorityScope}</Text>
          {(['general', 'special'] as const).map((scope) => (
            <Option key={scope} title={texts.scopes[scope]} on={scope === writing.scope} onPress={() => change({ scope })} />
          ))}
        </View>
      </View>
    </Card>
  )
}

/** A survey: which party was asked; nobody when it was a neighbour or a witness. */
export const SurveyPart = ({ view, writing, change }: Props) => (
  <Card>
    <Choice
      label={texts.surveyWhom}
      people={promisersOf(view.parties)}
      value={writing.fromPartyId}
      onPick={(id) => change({ fromPartyId: id === writing.fromPartyId ? null : id })}
    />
  </Card>
)
