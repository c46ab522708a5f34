import { OBLIGATION_STATE_NAMES, type ObligationState, type ObligationView } from '@shared/obligations/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chip, type Tone } from '@/components/chip'
import { Photos } from '@/components/photos'
import { pressable } from '@/components/pressable'
import { yuanWords } from '@/lib/money'
import { dateOf, timeWords } from '@/lib/time'
import { dayName } from './day-name'
import { type Asked, MoveSheet } from './move-sheet'
import { OBLIGATION_TEXTS, texts } from './texts'
import { useObligation } from './use-obligation'

const TONES: Record<ObligationState, Tone> = { open: 'sky', claimed: 'amber', done: 'bamboo', waived: 'neutral' }
/** In the order in which they are offered; the first stands out. */
const ORDER: readonly Asked[] = ['claim', 'confirm', 'dispute']

const Link = ({ words, onPress }: { words: string; onPress: () => void }) => (
  <View className="h-link" {...pressable(onPress)}>
    <Text>{words}</Text>
  </View>
)

/** What may be done but waits for nobody: said small, so that the one thing that is asked for stands out. */
const Links = ({ obligation, onAsk }: { obligation: ObligationView; onAsk: (move: Asked) => void }) => {
  const { send } = useObligation(obligation, () => undefined)
  const { can, state } = obligation
  return (
    <View className="h-crumbs">
      {can.includes('remind') ? <Link words={texts.remind} onPress={() => void send('remind', '')} /> : null}
      {can.includes('confirm') && state === 'open' ? (
        <Link words={OBLIGATION_TEXTS.confirm.button} onPress={() => onAsk('confirm')} />
      ) : null}
      {can.includes('waive') ? <Link words={OBLIGATION_TEXTS.waive.button} onPress={() => onAsk('waive')} /> : null}
    </View>
  )
}

const Buttons = ({ obligation, onAsk }: { obligation: ObligationView; onAsk: (move: Asked) => void }) => {
  const { can, state } = obligation
  const offered = ORDER.filter((move) => can.includes(move) && (move !== 'confirm' || state === 'claimed'))
  return (
    <>
      {offered.length > 0 ? (
        <View className="h-row h-pair">
          {[...offered].reverse().map((move) => (
            <Button key={move} look={move === offered[0] ? 'primary' : 'ghost'} onPress={() => onAsk(move)}>
              {OBLIGATION_TEXTS[move].button}
            </Button>
          ))}
        </View>
      ) : null}
      <Links obligation={obligation} onAsk={onAsk} />
    </>
  )
}

const asksMe = ({ state, can }: ObligationView): boolean => state === 'claimed' && can.includes('confirm')

/** How it stands, as its reader must take it: who is asked reads that, and who let it go is not called the other side. */
const stateWords = (obligation: ObligationView): string => {
  if (asksMe(obligation)) return texts.asksYou
  return obligation.state === 'waived' ? texts.waived : OBLIGATION_STATE_NAMES[obligation.state]
}

/** Words on a promise that is open again are why its claim was not accepted. */
const noteOf = ({ state, note, to }: ObligationView): string =>
  note === '' ? '' : state === 'open' ? texts.refused(to.name, note) : texts.said(note)

const whenOf = (obligation: ObligationView): string => {
  const { state, claimedAt, doneAt, from } = obligation
  if (state === 'claimed' && claimedAt) {
    return asksMe(obligation) ? texts.claimedBy(from.name, timeWords(claimedAt)) : texts.claimedAt(timeWords(claimedAt))
  }
  return state === 'done' && doneAt ? texts.doneAt(timeWords(doneAt)) : ''
}

/** One promise: who gives whom what, by when, how it stands, and what the reader can do. */
export const ObligationCard = ({ obligation }: { obligation: ObligationView }) => {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { from, to, what, amountCents, dueOn, overdue, part, parts, past, state, files } = obligation
  const day = texts.due(dayName(dueOn, dateOf(Date.now())))
  return (
    <Card>
      <View className="h-col tight">
        <View className="h-row spread top">
          <Text className="h-note h-grow">{texts.who(from.name, to.name)}</Text>
          {overdue ? <Chip tone="seal">{texts.late}</Chip> : <Chip tone={TONES[state]}>{stateWords(obligation)}</Chip>}
        </View>
        {amountCents === null ? null : <Text className="h-title">{yuanWords(amountCents)}</Text>}
        <Text className={amountCents === null ? 'h-head' : ''}>{what}</Text>
        <Text className={overdue ? 'h-late' : 'h-note'}>{parts > 1 ? `${day} · ${texts.part(part, parts)}` : day}</Text>
        {past ? <Text className="h-note">{texts.past}</Text> : null}
        {whenOf(obligation) ? <Text className="h-note">{whenOf(obligation)}</Text> : null}
        {noteOf(obligation) ? <Text className="h-soft">{noteOf(obligation)}</Text> : null}
        <Photos files={files} />
        <Buttons obligation={obligation} onAsk={setAsked} />
      </View>
      {asked ? <MoveSheet obligation={obligation} move={asked} onClose={() => setAsked(null)} /> : null}
    </Card>
  )
}
