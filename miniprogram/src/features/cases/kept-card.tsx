import type { CaseView } from '@shared/cases/schemas'
import { isOpen } from '@shared/cases/words'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { yuanWords } from '@/lib/money'
import { open } from '@/lib/navigate'
import { texts } from './texts'
import type { Belongings } from './todos'

const promisesNote = ({ items, totals }: NonNullable<Belongings['obligations']>): string => {
  const current = items.filter(({ past }) => !past)
  const done = current.filter(({ state }) => state === 'done' || state === 'waived').length
  const money = totals.openCents > 0 ? texts.stillOwed(yuanWords(totals.openCents)) : ''
  const kept = current.length > 0 ? texts.kept(done, current.length) : texts.pastOnly
  return [kept, money].filter(Boolean).join('，')
}

/** What has come of the talk so far: papers and promises; and who takes part, with everybody's rights. */
export const KeptCard = ({ view, belongings }: { view: CaseView; belongings: Belongings }) => {
  const { papers = [], obligations, followUps = [] } = belongings
  const { id, parties } = view
  const judicial = obligations?.judicial?.state === 'open' ? obligations.judicial : null
  const answered = followUps.some(({ state, answers }) => state === 'done' || answers.some(({ mine }) => mine))
  return (
    <Card>
      {papers.length > 0 ? (
        <Entry title={texts.papers} note={texts.papersNote(papers.length)} onPress={() => open('papers', { id })} />
      ) : null}
      {obligations && obligations.items.length > 0 ? (
        <Entry title={texts.promises} note={promisesNote(obligations)} onPress={() => open('obligations', { id })} />
      ) : null}
      {judicial ? (
        <Entry title={texts.judicial} note={texts.judicialNote(judicial.daysLeft)} onPress={() => open('obligations', { id })} />
      ) : null}
      {answered ? <Entry title={texts.followUps} onPress={() => open('followUp', { id })} /> : null}
      <Entry title={texts.people} note={texts.peopleNote(parties.length, isOpen(view.status))} onPress={() => open('people', { id })} />
    </Card>
  )
}
