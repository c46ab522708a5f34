import { categoryName } from '@shared/cases/categories'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Entry } from '@/components/entry'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { RegionSheet } from '@/components/region-sheet'
import { Sheet } from '@/components/sheet'
import { useRegionsOf } from '@/features/workbench/rules/use-regions'
import { call } from '@/lib/request'
import { useAct } from '@/lib/use-act'
import { useKept } from '@/lib/use-kept'
import { usePlace } from '@/lib/use-place'
import { texts } from '../texts'
import { showBrief } from '../use-brief'
import { CategoryChoice } from './category-sheet'
import { canStart, newStart, type Source, type StartDraft, startBody, startKey } from './start-draft'

const useStart = (source: Source) => {
  const regions = useRegionsOf('cppccMember', 'cppccOffice')
  const [kept, keep] = useKept<StartDraft>(startKey(source))
  return { regions, draft: kept ?? newStart(source, regions), keep }
}

/** A title, a place and perhaps a category: then the brief is there and everything else is written in it. */
export const StartForm = ({ source, onBegun }: { source: Source; onBegun: (id: string) => void }) => {
  const { regions, draft, keep } = useStart(source)
  const [opened, setOpened] = useState<'region' | 'category' | null>(null)
  const place = usePlace(draft.regionCode)
  const { busy, act } = useAct()
  const change = (part: Partial<StartDraft>) => keep({ ...draft, ...part })
  const close = () => setOpened(null)
  const begin = () =>
    act(async (key) => {
      const brief = showBrief(await call('briefs.start', { body: startBody(draft, source), key }))
      keep(undefined)
      onBegun(brief.id)
    })
  const footer = (
    <Button busy={busy} disabled={!canStart(draft)} onPress={() => void begin()}>
      {texts.begin}
    </Button>
  )
  return (
    <Page title={texts.startTitle} footer={footer}>
      <Text>{texts.startIntro}</Text>
      {source.signalId || source.consultationId ? (
        <Card tone="sky">
          <Text>{source.signalId ? texts.fromSignalNote : texts.fromConsultationNote}</Text>
        </Card>
      ) : null}
      <Field
        label={texts.heading}
        value={draft.title}
        onChange={(title) => change({ title })}
        placeholder={texts.headingPlaceholder}
        max={60}
        long="short"
        hint={texts.headingShort}
      />
      <View>
        <View className="h-label">
          <Text>{texts.where}</Text>
        </View>
        <Card>
          <Entry
            title={regions.find(({ code }) => code === draft.regionCode)?.name ?? place}
            note={texts.whereChange}
            onPress={() => setOpened('region')}
          />
        </Card>
      </View>
      <View>
        <View className="h-label">
          <Text>{texts.categoryLabel}</Text>
        </View>
        <Card>
          <Entry title={draft.category ? categoryName(draft.category) : texts.categoryNone} onPress={() => setOpened('category')} />
        </Card>
      </View>
      {opened === 'region' ? (
        <RegionSheet
          title={texts.where}
          within={regions}
          until="village"
          onClose={close}
          onPick={({ code }) => {
            change({ regionCode: code })
            close()
          }}
        />
      ) : null}
      <Sheet open={opened === 'category'} title={texts.categoryTitle} onClose={close}>
        <CategoryChoice
          chosen={draft.category}
          onPick={(category) => {
            change({ category })
            close()
          }}
        />
      </Sheet>
    </Page>
  )
}
