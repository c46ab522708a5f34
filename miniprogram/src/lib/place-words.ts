/** The end of `和安市 · 青溪县 · 柳林镇 · 枣园村`: who works there knows the rest. */
export const nearPlace = (name: string, parts = 2): string => name.split(' · ').slice(-parts).join(' ')
