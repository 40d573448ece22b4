import fs from 'node:fs'
import path from 'node:path'
import { Refusal, at, textOf } from './place.mjs'

const windows = process.platform === 'win32'

/** A machine's own Node is taken from here on; what npm brings along may be a little older. */
const preferred = [24, 11]
const oldest = [24, 0]

/** The Node that runs the program: the machine's own where it is new enough, else the one npm brought. */
export function pinnedNode() {
  if (isAtLeast(process.versions.node, preferred)) return process.execPath
  const platform = windows ? 'win' : process.platform
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    const home = at('node_modules', name)
    const version = JSON.parse(textOf(path.join(home, 'package.json')) ?? '{}').version
    const binary = path.join(home, 'bin', windows ? 'node.exe' : 'node')
    if (version && isAtLeast(version, oldest) && fs.existsSync(binary)) return binary
  }
  throw new Refusal(
    `Dear Reader needs Node ${preferred.join('.')} or newer here: no Node binary comes along for ` +
      `${process.platform} on ${process.arch}, and this is Node ${process.versions.node}. ` +
      'Install Node 24 and start again.',
  )
}

function isAtLeast(version, [major, minor]) {
  const [a = 0, b = 0] = version.split('.').map(Number)
  return a > major || (a === major && b >= minor)
}
