// Names of places as people write them. What stands before the last letter is cut at words that are no part of a name.
const LETTERED = /[A-Z]\d{0,3}\s?(?:市|区|县)/gu
const NAMED = /[\p{Script=Han}]{2,5}(?:街道|社区|开发区|高新区|新区|镇|乡|县|区|市)/gu
const NO_NAME = /[在于我们到从向把被对的是有和与及至等该本各全此这那里外内某请问求反映投诉咨询举报建议希望位住小园校景城郊地库厂片辖社]/u
const NO_PLACE =
  /城市|超市|上市|门市|都市|夜市|股市|楼市|集市|菜市|早市|入市|城镇|乡镇|村镇|老乡|家乡|下乡|山区|地区|小区|社区|片区|园区|辖区|校区|住宅区|生活区|城区|市区|郊区|全市|本市|我市/u

const normal = (name: string): string => name.replace(/\s/gu, '')
const LETTERS_BEFORE = 2
const ENDING = /(?:街道|社区|开发区|高新区|新区|镇|乡|县|区|市)$/u

/** What of a run of characters is the name: what stands after the last word that is no part of one. */
const nameIn = (run: string): string[] => {
  if (NO_PLACE.test(run)) return []
  const ending = ENDING.exec(run)?.[0] ?? ''
  const name = run.slice(0, -ending.length).split(NO_NAME).at(-1) ?? ''
  return name.length >= LETTERS_BEFORE ? [`${name}${ending}`] : []
}

/** The districts, towns and cities that a text names, each once, in order. */
export const regionsIn = (text: string): string[] => {
  const lettered = [...text.matchAll(LETTERED)].map(([name]) => normal(name))
  const named = [...withoutRegions(text).matchAll(NAMED)].flatMap(([run]) => nameIn(run))
  return [...new Set([...lettered, ...named])]
}

/** A text without the names of large places: what people write about would else be sorted by city. */
export const withoutRegions = (text: string): string => text.replace(LETTERED, ' ')
