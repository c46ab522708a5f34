export default definePageConfig({ navigationBarTitleText: '苗头和趋势' })
