const { transformSync } = require('@swc/core')

const packages = '@nutui/nutui-react-taro/dist/es/packages'

/**
 * Turns our TypeScript with JSX into plain modules before Babel parses them. Taro's preset would take
 * `@babel/preset-react` for that, an optional peer that an install from the lock file does not bring.
 */
const typescriptAndJsx = () => ({
  name: 'typescript-and-jsx',
  parserOverride(code, options, parse) {
    const filename = options.sourceFileName ?? ''
    if (!/\.tsx?$/.test(filename)) return parse(code, options)
    const { code: plain } = transformSync(code, {
      filename,
      configFile: false,
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: filename.endsWith('x') },
        transform: { react: { runtime: 'automatic' } },
      },
    })
    return parse(plain, options)
  },
})

module.exports = {
  // `none`: the preset is to add the syntax of old telephones only
  presets: [['taro', { framework: 'none', ts: false, compiler: 'webpack5' }]],
  plugins: [
    typescriptAndJsx,
    [
      'import',
      {
        libraryName: '@nutui/nutui-react-taro',
        libraryDirectory: 'dist/es/packages',
        camel2DashComponentName: false,
        customName: (name) => `${packages}/${name.toLowerCase()}`,
        customStyleName: (name) => `${packages}/${name.toLowerCase()}/style/css`,
      },
      'nutui-react',
    ],
  ],
}
