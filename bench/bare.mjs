// The reference: node:http and nothing else, sending one page's headers and bytes from memory.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const headers = JSON.parse(process.env.HEADERS).flat()
const body = readFileSync(process.env.BODY)
createServer((_request, response) => {
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
