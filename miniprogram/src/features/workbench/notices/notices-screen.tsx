import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { useKept } from '@/lib/use-kept'
import { useRegionsOf } from '../rules/use-regions'
import { Compose } from './compose'
import { type NoticeDraft, newNotice } from './notice-draft'
import { NoticeList } from './notice-list'
import { texts } from './texts'
import '../workbench.css'
import '../rules/rules.css'

/** Notices to residents: what was sent, and writing one. */
export const NoticesScreen = () => {
  const within = useRegionsOf('dispatcher', 'admin', 'cppccOffice')
  const [draft, keep] = useKept<NoticeDraft>('noticeDraft')
  const [writing, setWriting] = useState(false)
  const begin = () => {
    if (!draft) keep(newNotice(within))
    setWriting(true)
  }
  const end = () => {
    keep(undefined)
    setWriting(false)
  }
  return (
    <Page title={texts.title}>
      {writing && draft ? (
        <Compose within={within} draft={draft} onChange={keep} onEnd={end} />
      ) : (
        <>
          <Text>{texts.intro}</Text>
          <Button onPress={begin}>{draft ? texts.composeUnsent : texts.compose}</Button>
          <NoticeList />
        </>
      )}
    </Page>
  )
}
