export default definePageConfig({ navigationBarTitleText: '签名', pageOrientation: 'auto' })
