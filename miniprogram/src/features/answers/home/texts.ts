/** What the office's home says; it is in the first package, so it carries no more than this. */
export const texts = {
  title: '写给大家的答复',
  waiting: (count: string) => `${count} 份等您写`,
  none: '把结果写给大家看',
}
