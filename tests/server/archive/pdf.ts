import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether LibreOffice is on this machine. */
export const hasOffice = async (): Promise<boolean> =>
  run('soffice', ['--version']).then(
    () => true,
    () => false,
  )

export interface Pdf {
  pages: number
  /** The outline: what begins on which page, from 1. */
  outline: { title: string; page: number }[]
}

const utf16 = (hex: string): string => Buffer.from(hex.replace(/^FEFF/i, ''), 'hex').swap16().toString('utf16le')

/** Pages and outline of a PDF as LibreOffice writes it: with its objects in plain sight. */
const readPdf = (bytes: Buffer): Pdf => {
  const text = bytes.toString('latin1')
  const objects = new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)endobj/g)].map((found) => [found[1] as string, found[2] as string]),
  )
  const tree = [...objects.values()].find((body) => /\/Type\s*\/Pages/.test(body)) ?? ''
  const kids = [...(/\/Kids\s*\[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((found) => found[1] as string)
  const outline = [...objects.values()].flatMap((body) => {
    const title = /\/Title\s*<([0-9A-Fa-f]+)>/.exec(body)?.[1]
    const target = /\/Dest\s*\[\s*(\d+) 0 R/.exec(body)?.[1]
    return title && target ? [{ title: utf16(title), page: kids.indexOf(target) + 1 }] : []
  })
  return { pages: kids.length, outline }
}

const FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'

/** What LibreOffice makes of a Word document. */
export const printed = async (document: Buffer): Promise<Pdf> => {
  const dir = mkdtempSync(join(tmpdir(), 'docket-'))
  try {
    writeFileSync(join(dir, 'docket.docx'), document)
    const profile = `-env:UserInstallation=file://${join(dir, 'profile')}`
    await run('soffice', [profile, '--headless', '--convert-to', FILTER, '--outdir', dir, join(dir, 'docket.docx')], { timeout: 120_000 })
    return readPdf(readFileSync(join(dir, 'docket.pdf')))
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
