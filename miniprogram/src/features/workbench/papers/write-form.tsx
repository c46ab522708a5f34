import type { CaseView } from '@shared/cases/schemas'
import type { FieldView, PaperKind, PaperView, PromiseInput } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { AuthorityPart, SurveyPart } from './named-part'
import { PaperField } from './paper-field'
import { promisersOf } from './people'
import { PromiseList } from './promise-list'
import { texts } from './texts'
import { blank, useWriting } from './use-writing'
import type { PaperWays } from './ways'

interface Props {
  view: CaseView
  kind: PaperKind
  name: string
  fields: readonly FieldView[]
  promises: boolean
  content: Record<string, string>
  listed: readonly PromiseInput[]
  /** The paper that is changed; null for a new one. */
  paper: PaperView | null
  ways: PaperWays
}

/** Fills in a form: what the case knows is there already, what is written survives everything. */
export const WriteForm = ({ view, kind, name, fields, promises, content, listed, paper, ways }: Props) => {
  const onSaved = (saved: PaperView) => (paper ? ways.leave() : ways.written(saved.id))
  const { writing, restored, faults, busy, change, startOver, save } = useWriting({
    caseId: view.id,
    kind,
    paper,
    promises,
    start: blank(content, listed),
    onSaved,
  })
  const authority = kind === 'authority' && !paper
  const lacking = authority && !(writing.fromPartyId && writing.toPartyId)
  const footer = (
    <Button busy={busy} disabled={lacking} onPress={() => void save()}>
      {texts.save}
    </Button>
  )
  return (
    <ways.Frame title={paper ? texts.changeTitle(name) : texts.writeTitle(name)} footer={footer}>
      <View className="h-row spread wrap">
        <Text className="h-note h-grow">{restored ? texts.restored : paper ? '' : texts.prefilled}</Text>
        {restored ? (
          <Button small look="text" onPress={startOver}>
            {texts.startOver}
          </Button>
        ) : null}
      </View>
      {authority ? <AuthorityPart view={view} writing={writing} change={change} /> : null}
      {kind === 'survey' && !paper ? <SurveyPart view={view} writing={writing} change={change} /> : null}
      <Card>
        <View className="h-col">
          {fields.map((field) => (
            <PaperField
              key={field.key}
              field={field}
              value={writing.content[field.key] ?? ''}
              error={faults[field.key]}
              onChange={(value) => change({ content: { ...writing.content, [field.key]: value } })}
            />
          ))}
        </View>
      </Card>
      {promises ? (
        <PromiseList promises={writing.promises} people={promisersOf(view.parties)} onChange={(next) => change({ promises: next })} />
      ) : null}
      {paper && (paper.status !== 'draft' || paper.version > 1) ? (
        <Field
          label={texts.note}
          value={writing.note}
          onChange={(note) => change({ note })}
          max={200}
          placeholder={texts.notePlaceholder}
        />
      ) : null}
    </ways.Frame>
  )
}
