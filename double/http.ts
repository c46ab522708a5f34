import type { IncomingMessage, ServerResponse } from 'node:http'

/** One call as the handlers see it: `body` is the parsed JSON, or undefined when there was none that could be read. */
export interface Call {
  path: string
  query: URLSearchParams
  body: Record<string, unknown> | undefined
}
/** What a handler answers: JSON, or a picture. */
export type Answer = { json: unknown; status?: number } | { image: Buffer } | { html: string }
export type Handler = (call: Call) => Answer | Promise<Answer>
/** Handlers by method and path, e.g. `POST /cgi-bin/stable_token`. */
export type Routes = Record<string, Handler>

const LARGEST_BODY = 2 * 2 ** 20

/** Reads a request's body; one that is too large or no JSON object counts as none. */
export const readCall = async (request: IncomingMessage): Promise<Call> => {
  const url = new URL(request.url ?? '/', 'http://double')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= LARGEST_BODY) chunks.push(chunk)
  }
  return { path: url.pathname, query: url.searchParams, body: size > LARGEST_BODY ? undefined : parse(Buffer.concat(chunks)) }
}

const parse = (bytes: Buffer): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Sends a handler's answer. */
export const send = (response: ServerResponse, answer: Answer): void => {
  if ('image' in answer) {
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(answer.image)
  } else if ('html' in answer) {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(answer.html)
  } else {
    response.writeHead(answer.status ?? 200, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer.json))
  }
}

/** A text of the body, or undefined when it is missing, empty or no text. */
export const textOf = (call: Call, name: string): string | undefined => {
  const value = call.body?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
