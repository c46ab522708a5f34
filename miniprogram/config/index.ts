import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { ProvidePlugin } from 'webpack'

const root = path.resolve(__dirname, '../..')
const source = path.resolve(__dirname, '../src')

/** Packages whose syntax is newer than the oldest telephones that we serve, or that Taro's minifier would break. */
const transpiled = [
  path.join(root, 'shared'),
  path.join(root, 'node_modules/@tanstack'),
  path.join(root, 'node_modules/zod'),
  path.join(root, 'node_modules/zustand'),
]

/** Screens are drawn in real pixels: type follows the reader's setting, not the width of the telephone. */
const postcss = { pxtransform: { enable: false, config: {} } }

export default defineConfig({
  projectName: 'haoshangliang',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  plugins: ['@tarojs/plugin-html'],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Not for weapp: after a change the cached build loses modules that only subpackages share, and still reports success.
  cache: { enable: process.env.TARO_ENV === 'h5' },
  alias: { '@': source, '@shared': path.join(root, 'shared') },
  defineConstants: {
    API_BASE: JSON.stringify(process.env.TARO_ENV === 'h5' ? '' : (process.env.API_BASE ?? 'http://127.0.0.1:8080')),
  },
  mini: {
    compile: { include: transpiled },
    optimizeMainPackage: { enable: true },
    // our classes do not depend on the order of the files
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss,
    webpackChain(chain) {
      // react-query waits for ever where there is no AbortController, and WeChat has none
      const abort = path.join(source, 'lib/abort.ts')
      chain.plugin('abort').use(ProvidePlugin, [{ AbortController: [abort, 'AbortController'] }])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: transpiled },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      // one copy of the components for all pages, not one in each page's chunk
      const charts = 'echarts|zrender|taro-react-echarts'
      const test = new RegExp(`node_modules[\\\\/](?!${charts})|[\\\\/]shared[\\\\/]|src[\\\\/](components|lib)[\\\\/]`)
      const shared = { name: 'ui', chunks: 'async', enforce: true, priority: 20, test }
      chain.merge({ optimization: { splitChunks: { cacheGroups: { ui: shared } } } })
    },
    postcss: { ...postcss, autoprefixer: { enable: true, config: {} } },
    devServer: { port: 10086, proxy: [{ context: ['/api', '/double'], target: 'http://127.0.0.1:8080' }] },
  },
})
