import { saveFile } from '@/lib/save-file'

/** Fetches the numbers and wording as an Excel file: saved in a browser, opened in WeChat. Throws as `call` does. */
export const exportFile = (query: { regionCode?: string; weeks: number }): Promise<void> =>
  saveFile('opinion.export', { query }, '社情民意.xlsx')
