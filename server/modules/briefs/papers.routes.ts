import { Readable } from 'node:stream'
import { handlers } from '@server/platform/http/request'
import { presentCard } from './briefs.presenter'
import { briefDocument } from './queries/brief-document'
import { loadBrief } from './queries/load-brief'
import { similarBriefs } from './queries/similar-briefs'
import { noteEvidenceRead } from './queries/view-brief'
import { yearOfWork } from './queries/year-of-work'
import { makeYearBook } from './year/workbook'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const download = (file: Buffer, mime: string, fileName: string) => ({ stream: Readable.from([file]), mime, size: file.length, fileName })

/** Briefs on paper, beside earlier ones, and in numbers. */
export const briefPaperHandlers = () =>
  handlers({
    'briefs.similar': async ({ actor, params }) => {
      const brief = await loadBrief({ actor, briefId: params.id })
      const found = await similarBriefs({ actor, brief })
      return { items: found.map((one) => presentCard(one, actor)) }
    },
    'briefs.document': async ({ actor, params }) => {
      const brief = await loadBrief({ actor, briefId: params.id })
      await noteEvidenceRead({ actor, brief })
      const { file, title } = await briefDocument({ actor, brief })
      return download(file, DOCX, `${title}.docx`)
    },
    'briefs.year': ({ actor, query }) => yearOfWork({ actor, asked: query }),
    'briefs.yearExport': async ({ actor, query }) => {
      const year = await yearOfWork({ actor, asked: query })
      return download(await makeYearBook(year), XLSX, `社情民意信息-${year.regionName}-${year.year}年.xlsx`)
    },
  })
