export default definePageConfig({ navigationBarTitleText: '写答复' })
