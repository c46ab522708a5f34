/** Lets the person choose a text file in a browser; null when none was chosen. A leading byte-order mark is dropped. */
export const pickText = (accept: string): Promise<{ name: string; content: string } | null> =>
  new Promise((resolve, reject) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.style.display = 'none'
    document.body.appendChild(input)
    input.addEventListener('cancel', () => {
      input.remove()
      resolve(null)
    })
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      input.remove()
      if (!file) return resolve(null)
      file.text().then((text) => resolve({ name: file.name, content: text.replace(/^\uFEFF/, '') }), reject)
    })
    input.click()
  })
