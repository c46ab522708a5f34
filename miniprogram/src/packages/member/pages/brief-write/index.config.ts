export default definePageConfig({ navigationBarTitleText: '写社情民意信息' })
