import { useEffect, useId } from 'react'

/**
 * Gives the browser's own field inside Taro's element its name for screen readers; Taro names only the element around it.
 * Returns the id to put on that element.
 */
export const useFieldName = (name: string): string => {
  const id = useId()
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const around = document.getElementById(id)
    if (!around) return
    const label = () => around.querySelector('input, textarea')?.setAttribute('aria-label', name)
    label()
    // Taro draws the field a moment later
    const watch = new MutationObserver(label)
    watch.observe(around, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [id, name])
  return id
}
