/** What the home screens say of consultations; they are in the first package, so they carry no more than this. */
export const texts = {
  talking: '大家在商量',
  none: '身边的事一起商量，您也可以提',
  latest: (title: string, voters: number) => (voters > 0 ? `${title} · 约 ${voters} 人表过态` : title),
  answers: '你说的，我们办了',
  answersNone: '看看大家说的事办得怎么样',
  counts: ({ done, partly, notDone }: { done: number; partly: number; notDone: number }) =>
    [done > 0 ? `办好 ${done} 件` : '', partly > 0 ? `办了一部分 ${partly} 件` : '', notDone > 0 ? `${notDone} 件没办成也说明了原因` : '']
      .filter(Boolean)
      .join('，'),
  doorMember: '协商议题',
  doorNone: '提议题、听看法、开协商会',
  waiting: (count: string) => `${count} 件等您办`,
}
