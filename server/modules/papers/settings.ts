let publicUrl = ''

/** Sets the address under which the service is reached from outside: it stands behind the code on printed papers. */
export const configurePapers = (options: { publicUrl: string }): void => {
  publicUrl = options.publicUrl.replace(/\/+$/, '')
}

/** The page that tells whether a printed paper is genuine. */
export const verifyUrlOf = (code: string): string => `${publicUrl}/#/packages/resident/pages/verify/index?code=${code}`
