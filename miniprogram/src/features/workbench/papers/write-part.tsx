import type { CaseView } from '@shared/cases/schemas'
import { type PaperKind, Promises } from '@shared/papers/schemas'
import { ErrorState, Loading } from '@/components/states'
import { useCall } from '@/lib/query'
import { texts } from './texts'
import type { PaperWays } from './ways'
import { WriteForm } from './write-form'

interface Props {
  view: CaseView
  ways: PaperWays
}

const NewPaper = ({ view, ways, kind }: Props & { kind: PaperKind }) => {
  const list = useCall('papers.templates', { params: { id: view.id }, query: { kind } }, { staleTime: 60_000 })
  const template = list.data?.items.find((each) => each.kind === kind)
  if (list.isError) {
    return (
      <ways.Frame title={texts.title}>
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </ways.Frame>
    )
  }
  if (!template) {
    return (
      <ways.Frame title={texts.title}>
        <Loading />
      </ways.Frame>
    )
  }
  return <WriteForm view={view} ways={ways} paper={null} listed={[]} {...template} />
}

const OldPaper = ({ view, ways, id }: Props & { id: string }) => {
  const paper = useCall('papers.get', { params: { id } }, { staleTime: 60_000 })
  if (paper.isError || paper.isPending) {
    return (
      <ways.Frame title={texts.title}>
        {paper.isError ? <ErrorState error={paper.error} onRetry={() => void paper.refetch()} /> : <Loading />}
      </ways.Frame>
    )
  }
  const { kind, title, fields, content, promises } = paper.data
  const listed = Promises.safeParse(promises)
  return (
    <WriteForm
      view={view}
      ways={ways}
      paper={paper.data}
      kind={kind}
      name={title}
      fields={fields}
      content={content}
      promises={PROMISING.includes(kind)}
      listed={listed.success ? listed.data : []}
    />
  )
}

const PROMISING: readonly PaperKind[] = ['agreement', 'oral']

/** Writes a new paper from its template, or changes one. */
export const WritePart = ({ view, ways, kind, id }: Props & { kind: PaperKind | undefined; id: string | undefined }) => {
  if (id) return <OldPaper view={view} ways={ways} id={id} />
  return kind ? <NewPaper view={view} ways={ways} kind={kind} /> : null
}
