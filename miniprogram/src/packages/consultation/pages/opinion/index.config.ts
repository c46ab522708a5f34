export default definePageConfig({ navigationBarTitleText: '大家怎么看' })
