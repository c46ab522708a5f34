import type { SignalView } from '@shared/insight/schemas'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { texts } from '../texts'
import { useSignalAct } from './use-signal-act'

export interface ActProps {
  signal: SignalView
  act: string
  onClose: () => void
}

/** Gives a signal another name, or says why it need not be shown any more. */
export const WordsSheet = ({ signal, act, onClose }: ActProps) => {
  const renames = act === 'rename'
  const [words, setWords] = useState(renames ? signal.name : '')
  const { busy, make } = useSignalAct(signal, onClose)
  const said = words.trim()
  const send = () =>
    renames ? make({ action: 'rename', name: said }, texts.renamed) : make({ action: 'mute', reason: said }, texts.mutedSaid)
  return (
    <Sheet open title={renames ? texts.renameTitle : texts.muteTitle} onClose={onClose}>
      <Field
        label={renames ? texts.rename : texts.muteReason}
        value={words}
        onChange={setWords}
        max={renames ? 40 : 200}
        long={renames ? false : 'short'}
        hint={renames ? texts.renameHint : texts.muteHint}
      />
      <Button busy={busy} disabled={said.length < 2} onPress={() => void send()}>
        {texts.confirm(renames ? texts.rename : texts.mute)}
      </Button>
    </Sheet>
  )
}
