import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'

export interface Installed {
  executable: string
  /** What the browser needs in its environment to find its libraries and fonts. */
  environment: Record<string, string>
}

/** The browser came along with npm as compressed files. */
const require = createRequire(import.meta.url)
const entry = require.resolve('@sparticuz/chromium')
const packed = path.join(path.dirname(entry), '../bin')
const { version } = JSON.parse(
  readFileSync(path.join(path.dirname(entry), '../package.json'), 'utf8'),
) as { version: string }

/**
 * Unpacks the browser once into node_modules/.cache, whoever comes first. (Its own way is a fixed
 * name under /tmp, which the machine's second user cannot open.) `cache` is the folder to use.
 */
export async function unpackedChromium(cache: string): Promise<Installed> {
  const home = path.join(cache, `chromium-${version}`)
  if (!existsSync(home)) await unpackTo(home)
  return {
    executable: path.join(home, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(home, 'fonts.conf'),
    },
  }
}

/** Unpacked beside and renamed, so that nobody ever finds half a browser. */
async function unpackTo(home: string): Promise<void> {
  await mkdir(path.dirname(home), { recursive: true })
  const fresh = await mkdtemp(`${home}-new-`)
  await chmod(fresh, 0o755)
  const executable = path.join(fresh, 'chromium')
  await Promise.all([
    unbrotli('chromium.br', createWriteStream(executable, { mode: 0o755 })),
    unbrotli('al2023.tar.br', untar(path.join(fresh, 'al2023'))),
    unbrotli('fonts.tar.br', untar(path.join(fresh, 'fonts'))),
    unbrotli('swiftshader.tar.br', untar(fresh)),
    writeFile(path.join(fresh, 'fonts.conf'), fontSettings(home)),
  ])
  await rename(fresh, home).catch(async (error: NodeJS.ErrnoException) => {
    await rm(fresh, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

function unbrotli(name: string, to: NodeJS.WritableStream): Promise<void> {
  return pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), to)
}

/** tar-fs is what the browser's package itself depends on. */
function untar(folder: string): NodeJS.WritableStream {
  const { extract } = createRequire(entry)('tar-fs') as {
    extract(folder: string, options: { chown: boolean }): NodeJS.WritableStream
  }
  return extract(folder, { chown: false })
}

/** The machine's own fonts where it has any, and the one that came along. */
function fontSettings(home: string): string {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(home, 'fonts', 'fonts')]
  const lines = folders.map((folder) => `<dir>${folder.replaceAll('&', '&amp;')}</dir>`)
  const cache = '<cachedir prefix="xdg">fontconfig</cachedir>'
  return `<?xml version="1.0"?>\n<fontconfig>${lines.join('')}${cache}</fontconfig>\n`
}
