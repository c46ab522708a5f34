/** What component tests need beside the common set-up: small doubles of Taro and of the icons, no styles. */
module.exports = ({ moduleNameMapper }) => ({
  moduleNameMapper: {
    '\\.css$': '<rootDir>/tests/miniprogram/doubles/empty.cjs',
    '^lottie-miniprogram$': '<rootDir>/tests/miniprogram/doubles/empty.cjs',
    '^@tarojs/components$': '<rootDir>/tests/miniprogram/doubles/components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/miniprogram/doubles/taro.ts',
    '^@nutui/nutui-react-taro$': '<rootDir>/tests/miniprogram/doubles/nutui.tsx',
    '^@nutui/icons-react-taro$': '<rootDir>/tests/miniprogram/doubles/icons.cjs',
    ...moduleNameMapper,
  },
  setupFiles: ['<rootDir>/tests/miniprogram/doubles/set-up.cjs'],
  setupFilesAfterEnv: ['<rootDir>/tests/miniprogram/doubles/patience.cjs'],
  globals: { API_BASE: '' },
})
