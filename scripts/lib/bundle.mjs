import { join } from 'node:path'
import { Remedy, ROOT } from './say.mjs'

/** Bundles TypeScript entries for Node; packages stay outside, the project's own paths are resolved. `entries`: {name: file}. */
export const bundle = async (entries, outdir) => {
  const { build } = await import('esbuild')
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(ROOT, file)])),
      outdir,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: false,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked',
      logLevel: 'silent',
    })
  } catch (error) {
    const messages = (error.errors ?? []).map(({ text, location }) => `${location?.file ?? ''}:${location?.line ?? ''} ${text}`)
    throw new Remedy(`构建失败 The build failed:\n${messages.join('\n') || error.message}`)
  }
}

/** The service and the WeChat double, as they are run. */
export const buildServer = () =>
  bundle(
    {
      'server/main': 'server/main.ts',
      'server/config': 'server/config.ts',
      'server/insight-worker': 'server/modules/insight/stream-worker.ts',
      'server/train-worker': 'server/modules/understanding/train-worker.ts',
      'server/groups-worker': 'server/modules/consultations/groups-worker.ts',
      'double/main': 'double/main.ts',
    },
    join(ROOT, 'dist'),
  )
