import { Readable } from 'node:stream'
import { handlers } from '@server/platform/http/request'
import { presentSummary, presentWording } from './opinion.presenter'
import { findWordings } from './queries/find-wordings'
import { summarise } from './queries/summarise'
import { makeWorkbook } from './workbook'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const MOST_EXPORTED = 1000

/** What people bring, for the members of the political consultation. */
export const opinionHandlers = () =>
  handlers({
    'opinion.summary': async ({ actor, query }) => presentSummary(await summarise({ actor, asked: query })),
    'opinion.wordings': async ({ actor, query }) => {
      const { rows, nextCursor, words } = await findWordings({ actor, asked: query })
      return { items: rows.map((row) => presentWording(row, words)), nextCursor }
    },
    'opinion.export': async ({ actor, query }) => {
      const summary = presentSummary(await summarise({ actor, asked: query }))
      const { rows } = await findWordings({ actor, asked: { ...query, limit: MOST_EXPORTED }, what: 'export' })
      const file = await makeWorkbook(
        summary,
        rows.map((row) => presentWording(row, [])),
      )
      const fileName = `社情民意-${summary.regionName}-${summary.to.slice(0, 10)}.xlsx`
      return { stream: Readable.from([file]), mime: XLSX, size: file.length, fileName }
    },
  })
