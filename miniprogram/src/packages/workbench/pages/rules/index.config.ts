export default definePageConfig({ navigationBarTitleText: '规则和值班' })
