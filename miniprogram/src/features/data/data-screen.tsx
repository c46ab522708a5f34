import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Page } from '@/components/page'
import { PagedList } from '@/components/paged-list'
import { Sheet } from '@/components/sheet'
import { EmptyState } from '@/components/states'
import { toast } from '@/components/toast'
import { ReadsSheet } from '@/features/cases/reads-sheet'
import { askLogin } from '@/lib/navigate'
import { useCall, usePages } from '@/lib/query'
import { useApp } from '@/lib/store'
import { useAct } from '@/lib/use-act'
import { EraseSheet } from './erase-sheet'
import { exportMyData } from './export'
import { texts } from './texts'

const Reads = () => {
  const [shown, setShown] = useState<string | null>(null)
  const pages = usePages('cases.list', { query: { view: 'mine' } })
  return (
    <Card>
      <Text className="h-head">{texts.readsTitle}</Text>
      <View>
        <Text className="h-note">{texts.readsNote}</Text>
      </View>
      <PagedList pages={pages} count={pages.items.length} empty={<Text className="h-soft">{texts.readsNone}</Text>}>
        {pages.items.map(({ id, title, number }) => (
          <Entry key={id} title={title} note={number} onPress={() => setShown(id)} />
        ))}
      </PagedList>
      <ReadsSheet id={shown ?? ''} open={shown !== null} onClose={() => setShown(null)} />
    </Card>
  )
}

const Terms = () => {
  const [shown, setShown] = useState(false)
  const terms = useCall('terms.get', {}, { staleTime: 600_000 })
  return (
    <Card>
      <Entry title={texts.termsTitle} note={texts.termsNote} onPress={() => setShown(true)} />
      <Sheet open={shown} title={texts.termsTitle} onClose={() => setShown(false)}>
        <Text className="h-pre">{terms.data?.text ?? ''}</Text>
      </Sheet>
    </Card>
  )
}

const Export = () => {
  const { busy, act } = useAct()
  const send = () =>
    act(async () => {
      await exportMyData()
      toast(texts.exported)
    })
  return (
    <Card>
      <View className="h-col tight">
        <Text className="h-head">{texts.exportTitle}</Text>
        <Text className="h-note">{texts.exportNote}</Text>
        <Button look="ghost" busy={busy} onPress={() => void send()}>
          {texts.exportButton}
        </Button>
      </View>
    </Card>
  )
}

const Erase = () => {
  const [asking, setAsking] = useState(false)
  return (
    <Card>
      <View className="h-col tight">
        <Text className="h-head">{texts.eraseTitle}</Text>
        <Text className="h-note">{texts.eraseNote}</Text>
        <Button look="danger" onPress={() => setAsking(true)}>
          {texts.eraseButton}
        </Button>
      </View>
      <EraseSheet open={asking} onClose={() => setAsking(false)} />
    </Card>
  )
}

/** What is held about the person, who has read it, and the rights to take it along or have it erased. */
export const DataScreen = () => {
  const status = useApp((state) => state.status)
  return (
    <Page title={texts.title}>
      <Terms />
      {status === 'out' ? (
        <EmptyState title={texts.loginTitle} action={texts.login} onAction={askLogin} />
      ) : (
        <>
          <Reads />
          <Export />
          <Erase />
        </>
      )}
    </Page>
  )
}
