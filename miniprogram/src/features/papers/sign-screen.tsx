import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { SignaturePad } from '@/components/signature-pad'
import { EmptyState, ErrorState, Loading } from '@/components/states'
import { back, replace } from '@/lib/navigate'
import { useCall } from '@/lib/query'
import { useApp } from '@/lib/store'
import { texts } from './texts'
import { useSign } from './use-paper'

/** Back to the paper, also for who came straight to this page. */
const toPaper = (id: string): void => {
  if (Taro.getCurrentPages().length > 1) back()
  else replace('paper', { id })
}

/** Writes the name under the text that was read on the page before: its digest comes along and is what is signed. */
export const SignScreen = () => {
  const { id = '', digest = '' } = useRouter().params
  const query = useCall('papers.get', { params: { id } }, { staleTime: 0 })
  const name = useApp((state) => state.me?.name ?? '')
  const { busy, sign } = useSign(
    id,
    digest,
    () => toPaper(id),
    () => undefined,
  )
  const paper = query.data
  const changed = paper !== undefined && paper.digest !== digest
  const free = paper?.can.includes('sign') && !changed
  return (
    <Page title={texts.signTitle} className="signing">
      {query.isPending ? <Loading /> : null}
      {query.isError && !paper ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {changed ? (
        <Card tone="amber">
          <Text className="h-block">{texts.textChanged}</Text>
          <Button onPress={() => toPaper(id)}>{texts.lookAgain}</Button>
        </Card>
      ) : null}
      {paper && !changed && !free ? <EmptyState title={texts.cannotSign} action={texts.backToPaper} onAction={() => toPaper(id)} /> : null}
      {paper && free ? (
        <>
          <View>
            <Text className="h-head h-block">{texts.signWhat(paper.title)}</Text>
            <Text className="h-note h-sign-turn">{texts.signTurn}</Text>
          </View>
          <SignaturePad name={name} busy={busy} onDone={(strokes) => void sign(strokes)} />
          <Text className="h-note">{texts.signPromise}</Text>
        </>
      ) : null}
    </Page>
  )
}
