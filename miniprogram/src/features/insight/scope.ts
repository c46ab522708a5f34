import type { SignalKind } from '@shared/insight/schemas'
import { create } from 'zustand'
import { useRegionsOf } from '@/features/workbench/rules/use-regions'
import { open } from '@/lib/navigate'

interface Scope {
  /** null: the first region of the reader's roles. */
  region: { code: string; name: string } | null
  kind: SignalKind | null
  muted: boolean
}

/** Where, and which ones: the same for the list, the map and the time line. */
export const useSignalScope = create<Scope>(() => ({ region: null, kind: null, muted: false }))

/** The regions of which the reader may see signals. */
export const useSignalRegions = () => useRegionsOf('cppccMember', 'cppccOffice', 'dispatcher')

/** What the calls take. */
export const useSignalQuery = () => {
  const { region, kind, muted } = useSignalScope()
  const where = { ...(region ? { regionCode: region.code } : {}), ...(kind ? { kind } : {}) }
  return { where, list: { ...where, muted: muted ? 'true' : 'false' } }
}

/** The signal beside the list, on a wide window. */
export const useSignalDesk = create<{ selected: string | null }>(() => ({ selected: null }))

/** Opens a signal: beside the list on a wide window, as a page otherwise. */
export const openSignal = (id: string, wide: boolean): void => {
  if (wide) useSignalDesk.setState({ selected: id })
  else open('signal', { id })
}
