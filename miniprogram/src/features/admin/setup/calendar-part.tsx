import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { toast } from '@/components/toast'
import { call } from '@/lib/request'
import { dateOf } from '@/lib/time'
import { useAct } from '@/lib/use-act'
import { texts } from '../texts'

const linesOf = (text: string): string[] => text.split(/[\s,，、]+/).filter((line) => line !== '')
const isDate = (line: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(line) && !Number.isNaN(Date.parse(line))
const wrongIn = (text: string): string | undefined => {
  const wrong = linesOf(text).find((line) => !isDate(line))
  return wrong === undefined ? undefined : texts.dateBad(wrong)
}

/** The holidays of a year, and the weekend days worked in lieu. */
export const CalendarPart = () => {
  const [year, setYear] = useState(String(Number(dateOf(Date.now()).slice(0, 4)) + 1))
  const [holidays, setHolidays] = useState('')
  const [workdays, setWorkdays] = useState('')
  const { busy, act } = useAct()
  const wrong = wrongIn(holidays) ?? wrongIn(workdays)
  const save = () =>
    act(async () => {
      await call('calendars.load', { params: { year }, body: { holidays: linesOf(holidays), workdays: linesOf(workdays) } })
      toast(texts.saved)
    })
  return (
    <View className="h-col">
      <Text>{texts.calendarNote}</Text>
      <Field label={texts.year} value={year} onChange={setYear} max={4} type="number" />
      <Field label={texts.holidays} value={holidays} onChange={setHolidays} max={2000} long error={wrongIn(holidays)} />
      <Field label={texts.workdays} value={workdays} onChange={setWorkdays} max={2000} long="short" error={wrongIn(workdays)} />
      <Button busy={busy} disabled={!/^20\d\d$/.test(year) || !holidays.trim() || wrong !== undefined} onPress={save}>
        {texts.save}
      </Button>
    </View>
  )
}
