// Loaded before the program (node --import): when tools/up.mjs dies without a word (kill -9), its end
// of this pipe closes, and the program stops as if it had been told to. Else it would stay behind,
// holding the port and the data folder.
import net from 'node:net'

const pipe = new net.Socket({ fd: 3, readable: true, writable: false })
pipe.on('error', () => {})
pipe.once('close', () => process.kill(process.pid, 'SIGTERM'))
pipe.resume()
pipe.unref()
