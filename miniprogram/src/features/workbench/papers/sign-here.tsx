import type { PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Option } from '@/components/option'
import { SignaturePad } from '@/components/signature-pad'
import { PaperText } from '@/features/papers/paper-text'
import { texts } from './texts'
import { useSignHere } from './use-paper'

type Signer = PaperView['waitsFor'][number]

const nameOf = ({ me, name }: Signer): string => (me ? texts.signMine : name)

/**
 * Signing on this telephone: who holds the pen first, then the whole text once more, the pad below it. It takes the
 * paper's place on the screen, so that nothing else is seen by whoever holds the telephone.
 */
export const SignHere = ({ paper, onDone }: { paper: PaperView; onDone: () => void }) => {
  const [chosen, choose] = useState<Signer | null>(paper.waitsFor.length === 1 ? (paper.waitsFor[0] ?? null) : null)
  const { busy, sign } = useSignHere(paper, onDone)
  if (!chosen) {
    return (
      <View className="h-col" role="radiogroup" aria-label={texts.signWho}>
        <Text className="h-head">{texts.signWho}</Text>
        {paper.waitsFor.map((signer) => (
          <Option key={signer.partyId ?? 'me'} title={nameOf(signer)} on={false} onPress={() => choose(signer)} />
        ))}
        <Button look="text" onPress={onDone}>
          {texts.back}
        </Button>
      </View>
    )
  }
  return (
    <View className="h-col">
      {chosen.me ? null : (
        <Card tone="sky">
          <Text>{texts.signHandOver(chosen.name)}</Text>
        </Card>
      )}
      <Card>
        <PaperText text={paper.text} />
      </Card>
      <Text className="h-head">{texts.signFor(chosen.name)}</Text>
      <SignaturePad
        key={chosen.partyId ?? 'me'}
        name={chosen.name}
        busy={busy}
        onDone={(strokes) => void sign({ partyId: chosen.me ? null : chosen.partyId, name: chosen.name }, strokes)}
      />
      <Button look="text" onPress={onDone}>
        {texts.back}
      </Button>
    </View>
  )
}
