import { decidingWords, evaluate, guess, packModel, type Sample, trainModel, unpackModel } from '@server/modules/understanding'

const OPENINGS = ['请问', '反映一下', '麻烦看看', '我想说', '一直没人管', '街坊都在讲']
const SAID: Record<string, string[]> = {
  工资: ['老板拖着三个月工资不给', '工地干完活不发工钱', '厂里扣了加班费', '辞工以后最后一个月的工资要不回来'],
  噪声: ['楼下半夜放音响吵得睡不着', '隔壁装修早上六点就开始打钻', '广场舞声音太大', '工厂的风机整夜轰轰响'],
  道路: ['村口的路坑坑洼洼', '路灯坏了半个月', '桥面的栏杆断了一截', '斑马线磨得看不清'],
}
const samples: Sample[] = Object.entries(SAID).flatMap(([label, said]) =>
  said.flatMap((words) => OPENINGS.map((opening) => ({ label, text: `${opening}，${words}。` }))),
)
const model = trainModel(samples)

test('knows what a message is about, with a certainty that adds up', () => {
  const guesses = guess(model, '包工头欠我们的工钱到现在不发')
  expect(guesses[0]?.label).toBe('工资')
  expect(guesses.map((one) => one.label).sort()).toEqual(Object.keys(SAID).sort())
  expect(guesses.reduce((sum, one) => sum + one.certainty, 0)).toBeCloseTo(1)
})

test('is less sure of what it has never seen than of what it knows', () => {
  const [known] = guess(model, samples[0]?.text ?? '')
  const [strange] = guess(model, 'xyz')
  expect(known?.certainty).toBeGreaterThan(strange?.certainty ?? 1)
})

test('says by which words it decided, and they stand in the message', () => {
  const text = '楼上半夜放音响，吵得孩子睡不着'
  const words = decidingWords({ model, text, label: '噪声', limit: 3 })
  expect(words.length).toBeGreaterThan(0)
  for (const { word, weight } of words) {
    expect(text).toContain(word)
    expect(weight).toBeGreaterThan(0)
  }
})

test('a label of few messages is not drowned by those of many', () => {
  const few = samples.filter(({ label, text }) => label !== '道路' || text.startsWith('请问'))
  expect(guess(trainModel(few), '路灯坏了半个月，工钱不发')[0]?.label).toBe('道路')
})

test('the same messages give the same model, to the byte', () => {
  expect(packModel(trainModel(samples)).equals(packModel(model))).toBe(true)
})

test('a model that was stored guesses as it did before', () => {
  const stored = unpackModel(packModel(model))
  for (const { text } of samples) {
    const [before] = guess(model, text)
    const [after] = guess(stored, text)
    expect(after?.label).toBe(before?.label)
    expect(after?.certainty).toBeCloseTo(before?.certainty ?? 0, 2)
  }
})

test('refuses to learn from one label, and to read what is no model', () => {
  expect(() => trainModel(samples.filter(({ label }) => label === '道路'))).toThrow(RangeError)
  expect(() => unpackModel(Buffer.from('something else entirely'))).toThrow(RangeError)
})

test('figures: every class counts the same in macro-F1, whatever its size', () => {
  const asked = [...Array(8).fill('多'), '少', '少'].map((label) => ({ label, text: '' }))
  const { accuracy, macroF1, classes } = evaluate(asked, [...Array(8).fill('多'), '多', '少'])
  expect(accuracy).toBeCloseTo(0.9)
  expect(classes).toEqual([
    { label: '多', messages: 8, precision: 8 / 9, recall: 1, f1: expect.closeTo(16 / 17) },
    { label: '少', messages: 2, precision: 1, recall: 0.5, f1: expect.closeTo(2 / 3) },
  ])
  expect(macroF1).toBeCloseTo((16 / 17 + 2 / 3) / 2)
})
