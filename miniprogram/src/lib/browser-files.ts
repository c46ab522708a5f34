const DATABASE = 'kept-files'
const STORE = 'files'

interface Row {
  mime: string
  bytes: ArrayBuffer
}

/** Where there is no database (private windows of some browsers), files live as long as the page. */
const memory = new Map<string, Blob>()
const urls = new Map<string, string>()

let opened: Promise<IDBDatabase | null> | undefined

const open = (): Promise<IDBDatabase | null> => {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open(DATABASE, 1)
      request.onupgradeneeded = () => request.result.createObjectStore(STORE)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opened
}

const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> => {
  const database = await open()
  if (!database) return null
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Writes a file under `id`; it outlives the page where the browser has a database. */
export const putBlob = async (id: string, blob: Blob): Promise<void> => {
  memory.set(id, blob)
  // bytes, not the blob: older Safari loses blobs
  const row: Row = { mime: blob.type, bytes: await blob.arrayBuffer() }
  await run('readwrite', (store) => store.put(row, id)).catch(() => null)
}

/** The file, or null when the browser has thrown it away. */
export const getBlob = async (id: string): Promise<Blob | null> => {
  const held = memory.get(id)
  if (held) return held
  const row = await run<Row | undefined>('readonly', (store) => store.get(id)).catch(() => null)
  if (!row) return null
  const blob = new Blob([row.bytes], { type: row.mime })
  memory.set(id, blob)
  return blob
}

/** An address under which the page can show or play the file. */
export const blobUrl = async (id: string): Promise<string | null> => {
  const known = urls.get(id)
  if (known) return known
  const blob = await getBlob(id)
  if (!blob) return null
  const url = URL.createObjectURL(blob)
  urls.set(id, url)
  return url
}

/** Forgets the file. */
export const deleteBlob = async (id: string): Promise<void> => {
  memory.delete(id)
  const url = urls.get(id)
  if (url) URL.revokeObjectURL(url)
  urls.delete(id)
  await run('readwrite', (store) => store.delete(id)).catch(() => null)
}
