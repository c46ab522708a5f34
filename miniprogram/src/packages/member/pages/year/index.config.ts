export default definePageConfig({ navigationBarTitleText: '履职统计' })
