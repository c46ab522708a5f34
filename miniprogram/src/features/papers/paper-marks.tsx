import type { PaperView } from '@shared/papers/schemas'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { QrCode } from '@/components/qr-code'
import { SignatureImage } from '@/components/signature-image'
import { timeWords } from '@/lib/time'
import { texts } from './texts'

type Reading = PaperView['readings'][number]

const readingWords = ({ agreed, remark, current }: Reading): string =>
  `${agreed ? texts.readingRight : texts.readingWrong(remark)}${current ? '' : texts.readingOld}`

/** Who has read it back, and what they said. */
export const ReadingsCard = ({ paper }: { paper: PaperView }) =>
  paper.readings.length === 0 ? null : (
    <Card>
      <Text className="h-head">{texts.readings}</Text>
      {paper.readings.map((reading) => (
        <View key={`${reading.partyId}${reading.at}`} className="h-line">
          <Text className={reading.agreed ? '' : 'h-bold'}>{`${reading.name} ${readingWords(reading)}`}</Text>
          <View>
            <Text className="h-note">{timeWords(reading.at)}</Text>
          </View>
        </View>
      ))}
    </Card>
  )

/** The hands under it, and the seal. */
export const SignaturesCard = ({ paper }: { paper: PaperView }) =>
  paper.signatures.length === 0 && !paper.sealedBy ? null : (
    <Card>
      <Text className="h-head">{texts.signatures}</Text>
      {paper.signatures.map(({ id, name, role, at, strokes }) => (
        <View key={id} className="h-row spread h-line">
          <View className="h-grow">
            <Text>{name}</Text>
            <View>
              <Text className="h-note">{[role, timeWords(at)].filter(Boolean).join(' · ')}</Text>
            </View>
          </View>
          <SignatureImage strokes={strokes} name={name} />
        </View>
      ))}
      {paper.sealedBy ? <Text className="h-bold h-block">{texts.sealedBy(paper.sealedBy)}</Text> : null}
    </Card>
  )

/** The code by which anybody can check a printed copy. */
export const GenuineCard = ({ paper }: { paper: PaperView }) =>
  paper.verifyUrl ? (
    <Card>
      <Text className="h-head">{texts.genuine}</Text>
      <QrCode words={paper.verifyUrl} label={texts.genuineLabel} />
      <Text className="h-note h-block">{texts.genuineNote}</Text>
      <Text className="h-note h-block">{`${texts.digest} ${grouped(paper.digest)}`}</Text>
    </Card>
  ) : null

/** A digest in groups that the eye can compare. */
export const grouped = (digest: string): string => digest.match(/.{1,8}/g)?.join(' ') ?? digest
