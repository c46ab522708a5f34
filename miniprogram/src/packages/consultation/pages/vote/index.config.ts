export default definePageConfig({ navigationBarTitleText: '说说看法' })
