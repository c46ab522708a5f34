/** Photos and voice recordings: taken in with care, kept in GridFS, handed out by signed links. */
export { claimFiles, findFiles } from './claim-files'
export type { FileRef } from './file.model'
export { fileHandlers } from './files.routes'
export { configureFiles, fileLink, presentFile } from './links'
export { removeUnusedFiles } from './remove-unused'
export { openContent } from './store-file'
